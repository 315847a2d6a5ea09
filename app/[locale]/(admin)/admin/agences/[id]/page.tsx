import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgenceFields } from "@/components/admin/agence-fields";
import { HoursFields } from "@/components/admin/hours-fields";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { load, searchInput } from "@/lib/delivery/page";
import { readAgence } from "@/lib/organisation/read-agence";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";
import { saveAgence, switchAgence } from "../actions";
import { Publication } from "./publication";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(readAgence, { id: (await params).id })).nom };
}

/** One agency's identity, contacts, hours and rules. */
export default async function AgencePage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const [t, tList, countries, agence] = await Promise.all([
    getTranslations("admin.agency"),
    getTranslations("admin.agencies"),
    getTranslations("common.pays"),
    load(readAgence, { id }),
  ]);
  const { actif } = agence;
  return (
    <>
      <PageHeader
        title={agence.nom}
        description={t("editLead", {
          code: agence.code,
          pays: countries(agence.pays),
          devise: agence.devise,
          serie: agence.serie_facture ?? "",
        })}
        badge={<StatusBadge statut={actif ? "actif" : "inactif"} label={tList(actif ? "open" : "closed")} />}
        back={{ href: "/admin/agences", label: tList("title") }}
        actions={<Switch agence={agence} />}
      />
      {searchInput(search).nouvelle ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t("created")}
          </Notice>
        </div>
      ) : null}
      <ActionForm action={saveAgence} className="max-w-3xl space-y-8">
        <input type="hidden" name="id" value={agence.id} />
        <input type="hidden" name="version" value={agence.version} />
        <AgenceFields agence={agence} hours={<HoursFields horaires={agence.horaires} />} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
      <Publication id={agence.id} />
    </>
  );
}

async function Switch({ agence }: { agence: AgenceShape }) {
  const t = await getTranslations("admin.agency");
  const act = agence.actif ? "close" : "reopen";
  return (
    <ConfirmAction
      variant={agence.actif ? "danger" : "primary"}
      look="secondary"
      label={t(act)}
      action={switchAgence}
      fields={{ id: agence.id, actif: agence.actif ? "false" : "true" }}
      title={t(`${act}Title`, { name: agence.nom })}
      consequence={t(`${act}Consequence`)}
      confirmLabel={t(act)}
    />
  );
}
