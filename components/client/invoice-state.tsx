import { useTranslations } from "next-intl";
import type { FactureSummary } from "@/lib/factures/schemas";
import { StatusBadge } from "../ui/status-badge";

/** The state of an invoice; a late one, or a credit note, says so instead. */
export function InvoiceState({ facture }: { facture: Pick<FactureSummary, "statut" | "echue" | "type"> }) {
  const t = useTranslations("states");
  if (facture.type === "avoir") return <StatusBadge statut="avoir" label={t("factureAvoir")} />;
  return facture.echue ? (
    <StatusBadge statut="en_retard" label={t("factureEnRetard")} />
  ) : (
    <StatusBadge statut={facture.statut} label={t(`facture.${facture.statut}`)} />
  );
}
