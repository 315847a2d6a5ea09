import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { decimalToCents } from "@/lib/foundation/money";
import { formatMoney, formatPercent, type Language } from "@/lib/i18n/format";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";
import { Money } from "../ui/money";
import { Notice } from "../ui/notice";
import type { QuoteAnswer } from "./quote-lines";

/** What the quote comes to so far; the tax credit apart and smaller, as the law asks. */
export function QuoteTotals({
  preview,
  isLooking,
  words,
  children,
}: {
  preview: QuoteAnswer | null;
  isLooking: boolean;
  words: Language;
  children: ReactNode;
}) {
  const t = useTranslations("factures.quote");
  return (
    <Card as="section" tone="sunken" className="space-y-4 lg:sticky lg:top-24" aria-busy={isLooking}>
      <div role="status" className="space-y-4">
        {preview === null ? <p className="text-ink-muted">{t("totalsEmpty")}</p> : null}
        {preview && !preview.ok ? <Notice tone="warning">{preview.message}</Notice> : null}
        {preview?.ok ? <Sums preview={preview.preview} words={words} /> : null}
      </div>
      {children}
    </Card>
  );
}

type Ok = Extract<QuoteAnswer, { ok: true }>["preview"];

function Sums({ preview, words }: { preview: Ok; words: Language }) {
  const t = useTranslations("factures.quote");
  const money = (amount: string) => formatMoney(decimalToCents(amount), preview.devise, words);
  const isMonthly = preview.lignes.some(({ frequence }) => frequence !== "ponctuel");
  const credit = preview.credit_impot;
  return (
    <>
      <Money amount={money(preview.total_ttc)} label={t(isMonthly ? "totalMonth" : "total")} size="xl" />
      <DefinitionList
        items={[
          { term: t("net"), value: <bdi>{money(preview.total_ht)}</bdi> },
          { term: t("vat"), value: <bdi>{money(preview.total_tva)}</bdi> },
        ]}
      />
      {credit ? (
        <p className="text-sm text-ink-muted">
          {t("credit", {
            rate: formatPercent(decimalToCents(credit.taux), words),
            amount: money(credit.montant),
          })}
        </p>
      ) : null}
    </>
  );
}
