import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { DatePicker } from "@/components/ui/date-picker";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { typesAbsence } from "@/db/states";
import { fieldArea } from "../../area";
import { askAbsence } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("terrain.absences"))("ask") };
}

/** Asking to be away: why, from when to when. */
export default async function AskAbsence() {
  const [area, t, tTabs, states] = await Promise.all([
    fieldArea("/terrain/disponibilites/absence"),
    getTranslations("terrain.absences"),
    getTranslations("terrain.availability"),
    getTranslations("states.typeAbsence"),
  ]);
  return (
    <>
      <PageHeader
        title={t("ask")}
        description={t("askLead")}
        back={{ href: "/terrain/disponibilites?vue=absences", label: tTabs("absencesTab") }}
      />
      <ActionForm action={askAbsence} aria-label={t("ask")} className="max-w-xl">
        <Select
          name="type"
          label={t("type")}
          isRequired
          defaultValue="conge"
          options={typesAbsence.map((type) => ({ value: type, label: states(type) }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DatePicker name="debut" label={t("from")} isRequired minValue={area.today} />
          <DatePicker name="fin" label={t("to")} description={t("toHelp")} isRequired minValue={area.today} />
        </div>
        <TextArea
          name="motif"
          label={t("reason")}
          description={t("reasonHelp")}
          isRequired={false}
          maxLength={500}
        />
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("send")}
        </SubmitButton>
      </ActionForm>
    </>
  );
}
