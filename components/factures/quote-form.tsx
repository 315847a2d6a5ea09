"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Language } from "@/lib/i18n/format";
import { EntryFieldset } from "../clients/entry-fieldset";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import { DatePicker } from "../ui/date-picker";
import type { FormAction } from "../ui/form-state";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { type QuoteEstimate, type QuoteLine, useQuoteLines } from "./quote-lines";
import { QuoteTotals } from "./quote-totals";

const MOST = 30;
/** From the oftenest; written out here so that no schema travels to the browser. */
const rhythms = [
  "hebdomadaire",
  "bimensuel",
  "mensuel",
  "ponctuel",
] as const satisfies readonly QuoteLine["frequence"][];

/** A quote in the making: services of the catalogue line by line, with what they come to as they are chosen. */
export function QuoteForm({
  clientId,
  services,
  validUntil,
  today,
  action,
  estimate,
  words,
}: {
  clientId: number;
  services: { value: string; label: string }[];
  validUntil: string;
  today: string;
  action: FormAction;
  estimate: QuoteEstimate;
  words: Language;
}) {
  const t = useTranslations("factures.quote");
  const { lines, add, remove, change, preview, isLooking } = useQuoteLines(clientId, estimate);
  return (
    <ActionForm
      action={action}
      className="grid gap-8 space-y-0 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start"
    >
      <input type="hidden" name="client_id" value={clientId} />
      <div className="space-y-4">
        {lines.map((line, index) => (
          <EntryFieldset
            key={line.key}
            legend={t("line", { number: index + 1 })}
            removeLabel={t("removeLine")}
            onRemove={() => remove(line.key)}
            isNew={line.isNew}
          >
            <LineFields
              name={`lignes.${index}`}
              line={line}
              services={services}
              onChange={(part) => change(line.key, part)}
            />
          </EntryFieldset>
        ))}
        {lines.length < MOST ? (
          <Button icon={<Plus aria-hidden />} onPress={add}>
            {t("addLine")}
          </Button>
        ) : null}
        <DatePicker
          name="valide_jusquau"
          label={t("validUntil")}
          description={t("validHelp")}
          defaultValue={validUntil}
          minValue={today}
          isRequired
          className="sm:max-w-xs"
        />
      </div>
      <QuoteTotals preview={preview} isLooking={isLooking} words={words}>
        <SubmitButton size="lg" className="w-full">
          {t("create")}
        </SubmitButton>
        <p className="text-sm text-ink-muted">{t("createHelp")}</p>
      </QuoteTotals>
    </ActionForm>
  );
}

function LineFields({
  name,
  line,
  services,
  onChange,
}: {
  name: string;
  line: QuoteLine;
  services: { value: string; label: string }[];
  onChange: (part: Partial<QuoteLine>) => void;
}) {
  const t = useTranslations("factures.quote");
  return (
    <>
      <Select
        name={`${name}.type`}
        label={t("service")}
        isRequired
        options={services}
        placeholder={t("chooseService")}
        value={line.type}
        onChange={(type) => onChange({ type })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          name={`${name}.duree`}
          label={t("perVisit")}
          isRequired
          minValue={0.25}
          maxValue={24}
          step={0.25}
          suffix={t("hoursShort")}
          value={line.duree}
          onChange={(duree) => onChange({ duree })}
        />
        <NumberField
          name={`${name}.fois`}
          label={t("times")}
          isRequired
          minValue={1}
          maxValue={31}
          step={1}
          value={line.fois}
          onChange={(fois) => onChange({ fois })}
        />
        <Select
          name={`${name}.frequence`}
          label={t("how")}
          options={rhythms.map((value) => ({ value, label: t(`every.${value}`) }))}
          value={line.frequence}
          onChange={(frequence) => onChange({ frequence: frequence as QuoteLine["frequence"] })}
        />
      </div>
    </>
  );
}
