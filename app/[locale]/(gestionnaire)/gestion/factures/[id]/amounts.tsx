import { getTranslations } from "next-intl/server";
import { vatByRate } from "@/components/factures/vat";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { FactureShape } from "@/lib/factures/schemas";
import { formatDate, formatPercent } from "@/lib/i18n/format";
import type { GestionArea } from "../../area";

/** What the invoice comes to: net, VAT by rate, total, and what is left once it is issued. */
export async function Amounts({ facture, area }: { facture: FactureShape; area: GestionArea }) {
  const [t, tLanguages] = await Promise.all([
    getTranslations("factures.file"),
    getTranslations("common.langues"),
  ]);
  const money = (amount: string) => <bdi className="tabular-nums">{area.money(amount, facture.devise)}</bdi>;
  const isCredit = facture.type === "avoir";
  const isOpen = !isCredit && (facture.statut === "emise" || facture.statut === "partiellement_payee");
  const vat = vatByRate(facture.lignes);
  return (
    <Card as="section" className="space-y-4">
      <Money
        amount={area.money(isOpen ? facture.reste_a_payer : facture.total_ttc, facture.devise)}
        label={t(isOpen ? "left" : isCredit ? "creditTotal" : "totalTtc")}
        size="xl"
      />
      {facture.echue && facture.echeance ? (
        <Notice tone="danger" title={t("late", { date: formatDate(facture.echeance, area.words) })} />
      ) : null}
      <DefinitionList
        items={[
          { term: t("totalHt"), value: money(facture.total_ht) },
          ...vat.map(({ tauxBp, ht, tva }) => ({
            key: String(tauxBp),
            term: t("vatAt", { rate: formatPercent(tauxBp, area.words) }),
            value: (
              <>
                {money(tva)}
                <span className="block text-sm text-ink-muted">
                  {t("vatBase", { amount: area.money(ht, facture.devise) })}
                </span>
              </>
            ),
          })),
          { term: t("totalTtc"), value: <span className="font-semibold">{money(facture.total_ttc)}</span> },
          ...(facture.date_emission
            ? [{ term: t("issuedOn"), value: formatDate(facture.date_emission, area.words) }]
            : []),
          ...(Number(facture.credite) > 0 ? [{ term: t("credited"), value: money(facture.credite) }] : []),
          ...(Number(facture.a_rembourser) > 0
            ? [{ term: t("toRefund"), value: <strong>{money(facture.a_rembourser)}</strong> }]
            : []),
          ...(facture.echeance && !isCredit
            ? [{ term: t("dueOn"), value: formatDate(facture.echeance, area.words) }]
            : []),
          { term: t("language"), value: tLanguages(facture.langue) },
        ]}
      />
    </Card>
  );
}
