import { getTranslations } from "next-intl/server";
import type { FactureHeaders } from "@/components/factures/facture-columns";

/** The words above the columns of a list of invoices. */
export async function factureHeaders(): Promise<FactureHeaders> {
  const t = await getTranslations("factures.columns");
  return {
    number: t("number"),
    draft: t("draft"),
    client: t("client"),
    month: t("month"),
    prepared: t("prepared"),
    issued: t("issued"),
    due: t("due"),
    total: t("total"),
    left: t("left"),
    state: t("state"),
  };
}
