import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgenceFields, Group } from "@/components/admin/agence-fields";
import { HoursFields } from "@/components/admin/hours-fields";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { paysCodes } from "@/lib/organisation/schemas-agence";
import { openAgence } from "../actions";

const currencies = ["EUR", "DZD", "MAD"] as const;
const zones = ["Europe/Paris", "Africa/Algiers", "Africa/Casablanca", "Indian/Reunion", "America/Martinique"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.agency"))("newTitle") };
}

/** A new agency. What invoices will carry is chosen here, once. */
export default async function NewAgencePage() {
  const [t, tList, common] = await Promise.all([
    getTranslations("admin.agency"),
    getTranslations("admin.agencies"),
    getTranslations("common"),
  ]);
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        description={t("newLead")}
        back={{ href: "/admin/agences", label: tList("title") }}
      />
      <ActionForm action={openAgence} className="max-w-3xl space-y-8">
        <Group title={t("fixed")}>
          <TextField name="code" label={t("code")} description={t("codeHelp")} isRequired />
          <TextField name="serie_facture" label={t("series")} description={t("seriesHelp")} isRequired />
          <Select
            name="pays"
            label={t("country")}
            defaultValue="FR"
            options={paysCodes.map((value) => ({ value, label: common(`pays.${value}`) }))}
          />
          <Select
            name="devise"
            label={t("currency")}
            defaultValue="EUR"
            options={currencies.map((value) => ({ value, label: common(`devises.${value}`) }))}
          />
          <Select
            name="fuseau"
            label={t("zone")}
            defaultValue="Europe/Paris"
            options={zones.map((value) => ({ value, label: value }))}
          />
        </Group>
        <AgenceFields hours={<HoursFields horaires={[]} />} />
        <SubmitButton>{t("create")}</SubmitButton>
      </ActionForm>
    </>
  );
}
