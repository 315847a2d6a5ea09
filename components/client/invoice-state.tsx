import { useTranslations } from "next-intl";
import type { FactureSummary } from "@/lib/factures/schemas";
import { StatusBadge } from "../ui/status-badge";

/** The state of an invoice; a late one says so instead. */
export function InvoiceState({ facture }: { facture: Pick<FactureSummary, "statut" | "echue"> }) {
  const t = useTranslations("states");
  return facture.echue ? (
    <StatusBadge statut="en_retard" label={t("factureEnRetard")} />
  ) : (
    <StatusBadge statut={facture.statut} label={t(`facture.${facture.statut}`)} />
  );
}
