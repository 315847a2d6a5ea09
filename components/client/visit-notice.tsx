import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Prestation } from "@/lib/prestations/schemas";
import { Notice } from "../ui/notice";

/** What the state of a visit means for the client, where the badge alone does not say it. */
export function VisitNotice({
  visit,
  until,
  former,
  fee,
  children,
}: {
  visit: Prestation;
  /** End of the hold of an open request, in words. */
  until: string;
  /** Where the visit was before its client asked to move it, in words; empty when it was nowhere. */
  former: string;
  /** Cancellation fee, written out. */
  fee: string;
  /** What can be done about an open request. */
  children?: ReactNode;
}) {
  const t = useTranslations("prestations.notice");
  const { reservation, annulation } = visit;
  if (annulation)
    return (
      <Notice tone="warning" title={t("cancelled")}>
        {annulation.motif ? <p>{t("cancelledWhy", { reason: annulation.motif })}</p> : null}
        {Number(annulation.frais) > 0 ? <p>{t("fee", { amount: fee })}</p> : <p>{t("noFee")}</p>}
      </Notice>
    );
  if (visit.statut === "planifiee" && reservation?.statut === "demandee")
    return (
      <Notice tone="info" title={t("pending")} actions={children}>
        <p>{t("pendingHelp", { until })}</p>
        {former ? <p>{t("keepHelp", { former })}</p> : null}
      </Notice>
    );
  if (visit.statut === "en_cours") return <Notice tone="info">{t("running")}</Notice>;
  return null;
}
