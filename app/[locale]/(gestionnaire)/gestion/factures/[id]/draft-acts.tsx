import { FileCheck, RefreshCw, Trash2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { load } from "@/lib/delivery/page";
import type { FactureShape } from "@/lib/factures/schemas";
import { listPrestations } from "@/lib/prestations/list-prestations";
import type { GestionArea } from "../../area";
import { deleteDraft, issueInvoice, renewDraft } from "../actions";
import { monthDays } from "../months";

/** A draft: what it is, what is still missing from it, and the acts: issue, make anew, throw away. */
export async function DraftActs({ facture, area }: { facture: FactureShape; area: GestionArea }) {
  const t = await getTranslations("factures.file");
  const total = area.money(facture.total_ttc, facture.devise);
  return (
    <Card as="section" tone="sunken" className="space-y-4">
      <h2 className="text-lg font-semibold">{t("draft")}</h2>
      <p className="text-ink-muted">{t("draftHelp")}</p>
      <Missing facture={facture} />
      <div className="flex flex-wrap gap-3">
        <ConfirmAction
          variant="primary"
          icon={<FileCheck aria-hidden />}
          label={t("issue")}
          action={issueInvoice}
          fields={{ id: facture.id }}
          title={t("issueTitle")}
          consequence={t("issueConsequence", { name: facture.client_nom, total })}
          confirmLabel={t("issueConfirm")}
        />
        <ConfirmAction
          variant="ghost"
          icon={<Trash2 aria-hidden />}
          label={t("delete")}
          action={deleteDraft}
          fields={{ id: facture.id }}
          title={t("deleteTitle")}
          consequence={t("deleteConsequence")}
          confirmLabel={t("deleteConfirm")}
        />
      </div>
      <ActionForm action={renewDraft} aria-label={t("renew")} className="border-t border-line pt-4">
        <input type="hidden" name="client_id" value={facture.client_id} />
        <input type="hidden" name="periode" value={facture.periode} />
        <p className="text-sm text-ink-muted">{t("renewHelp")}</p>
        <SubmitButton variant="secondary" size="sm" icon={<RefreshCw aria-hidden />}>
          {t("renew")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Visits of the month that are done but not validated: once issued, they would need another invoice. */
async function Missing({ facture }: { facture: FactureShape }) {
  const { du, au } = monthDays(facture.periode);
  const [t, { count = 0 }] = await Promise.all([
    getTranslations("factures.preparation"),
    load(listPrestations, {
      client_id: facture.client_id,
      statut: "realisee",
      date_min: du,
      date_max: au,
      limit: 1,
      count: true,
    }),
  ]);
  if (count === 0) return null;
  return (
    <Notice
      tone="warning"
      title={t("waiting", { count })}
      actions={
        <LinkButton
          size="sm"
          href={`/gestion/visites?vue=a-valider&client_id=${facture.client_id}&date_min=${du}&date_max=${au}`}
        >
          {t("toValidate")}
        </LinkButton>
      }
    >
      {t("waitingHelp")}
    </Notice>
  );
}
