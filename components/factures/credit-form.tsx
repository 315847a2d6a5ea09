"use client";

import { FileCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { decimalToCents } from "@/lib/foundation/money";
import { formatMoney, type Language } from "@/lib/i18n/format";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { ConfirmAction } from "../ui/confirm-action";
import type { FormAction } from "../ui/form-state";
import { Money } from "../ui/money";
import { Notice } from "../ui/notice";
import { TextArea } from "../ui/text-area";
import { TextField } from "../ui/text-field";
import { amountText, type Choice, type CreditLine, creditOf } from "./credit";

/** Chooses lines of an invoice and how much of each to credit, and shows the total before it is issued. */
export function CreditForm({
  factureId,
  number,
  lines,
  devise,
  words,
  action,
}: {
  factureId: number;
  number: string;
  lines: CreditLine[];
  devise: string;
  words: Language;
  action: FormAction;
}) {
  const t = useTranslations("factures.credit");
  const [choices, setChoices] = useState<Choice[]>(() =>
    lines.map(({ left }) => ({ isChosen: true, amount: amountText(left, words.locale) })),
  );
  const { cents, lignes, wrong, isWhole } = creditOf(lines, choices);
  const money = (value: number) => formatMoney(value, devise, words);
  const change = (at: number, part: Partial<Choice>) =>
    setChoices((all) => all.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {lines.map((line, index) => (
          <li key={line.rang} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
            <Checkbox
              label={
                <>
                  {line.label}
                  <span className="block text-sm text-ink-muted">
                    {t("lineLeft", { date: line.detail, amount: money(decimalToCents(line.left)) })}
                  </span>
                </>
              }
              isSelected={choices[index]?.isChosen ?? false}
              onChange={(isChosen) => change(index, { isChosen })}
              className="min-w-0 flex-1 basis-56"
            />
            <TextField
              name={`montant-${line.rang}`}
              label={t("amountOf", { line: line.label })}
              isLabelHidden
              inputMode="decimal"
              suffix={devise}
              isDisabled={!choices[index]?.isChosen}
              value={choices[index]?.amount ?? ""}
              onChange={(amount) => change(index, { amount })}
              error={wrong.includes(line.rang) ? t("wrongAmount") : undefined}
              className="w-full sm:w-40"
            />
          </li>
        ))}
      </ul>
      <Card as="section" tone="sunken" className="space-y-4 lg:sticky lg:top-24">
        <Money amount={money(cents)} label={t("total")} size="xl" />
        <p className="text-ink-muted">{t(isWhole ? "wholeHelp" : "partHelp")}</p>
        {lignes.length === 0 || wrong.length > 0 ? (
          <Notice tone="info">{t(lignes.length === 0 ? "nothing" : "wrongAmount")}</Notice>
        ) : (
          <ConfirmAction
            variant="primary"
            icon={<FileCheck aria-hidden />}
            label={t("act")}
            action={action}
            fields={{ id: factureId, lignes: JSON.stringify(lignes) }}
            title={t("confirmTitle", { number })}
            consequence={t("consequence", { amount: money(cents) })}
            confirmLabel={t("confirm", { amount: money(cents) })}
          >
            <TextArea name="motif" label={t("reason")} description={t("reasonHelp")} rows={2} isRequired />
          </ConfirmAction>
        )}
      </Card>
    </div>
  );
}
