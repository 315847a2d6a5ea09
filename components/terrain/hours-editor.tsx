"use client";

import { Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formatHours } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locales";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import type { FormAction } from "../ui/form-state";
import { IconButton } from "../ui/icon-button";
import { SubmitButton } from "../ui/submit-button";
import { TimeField } from "../ui/time-field";
import { showToast } from "../ui/toast";

export type HoursRow = {
  /** 1 is Monday. */
  jour: number;
  /** 'HH:MM' */
  debut: string;
  fin: string;
  /** Civil days between which the hours are in force; empty: from today. */
  du: string;
  au: string | null;
  /** "until 31 December", already in words; empty for hours without end. */
  period: string;
  /** No longer in force: kept, but out of sight. */
  isPast: boolean;
};

type Row = HoursRow & { key: number };

/** The hours of an ordinary week, day by day. Fields are named as the operation names them, in one numbered list. */
export function HoursEditor({
  days,
  rows: given,
  action,
  label,
  submit,
}: {
  days: string[];
  rows: HoursRow[];
  action: FormAction;
  /** Where someone else's hours are edited: the name of the form and of its act. */
  label?: string;
  submit?: string;
}) {
  const t = useTranslations("terrain.hours");
  const [rows, setRows] = useState<Row[]>(() => given.map((row, key) => ({ ...row, key })));
  const nextKey = useRef(given.length);

  const change = (key: number, part: Partial<Row>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const remove = (key: number) => setRows((all) => all.filter((row) => row.key !== key));
  const add = (jour: number, row: Pick<Row, "debut" | "fin">) => {
    const key = nextKey.current++;
    setRows((all) => [...all, { ...row, key, jour, du: "", au: null, period: "", isPast: false }]);
  };

  const ordered = days.flatMap((_, index) => rows.filter(({ jour }) => jour === index + 1));
  return (
    <ActionForm
      action={action}
      showSuccess={false}
      onSuccess={({ message = "" }) => showToast({ message, tone: "success" })}
      aria-label={label ?? t("title")}
    >
      <ul className="divide-y divide-line rounded-card border border-line bg-raised shadow-card">
        {days.map((name, index) => {
          const ofDay = ordered.filter(({ jour, isPast }) => jour === index + 1 && !isPast);
          return (
            <li key={name} className="px-4 py-2">
              <div className="flex flex-wrap items-center justify-between gap-x-4">
                <p className="font-semibold first-letter:uppercase">{name}</p>
                <Button
                  variant="ghost"
                  icon={<Plus aria-hidden />}
                  className="-me-3 px-3"
                  aria-label={t("addOn", { day: name })}
                  onPress={() => add(index + 1, suggestion(ofDay, rows))}
                >
                  {t("add")}
                </Button>
              </div>
              <div className="space-y-3 pb-2 empty:hidden">
                {ofDay.map((row) => (
                  <HoursFields
                    key={row.key}
                    row={row}
                    day={name}
                    name={`disponibilites.${ordered.indexOf(row)}`}
                    onChange={(part) => change(row.key, part)}
                    onRemove={() => remove(row.key)}
                  />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      <Total rows={rows} />
      {ordered.map((row, index) => (
        <HiddenFields key={row.key} row={row} name={`disponibilites.${index}`} />
      ))}
      <div className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-10 -mx-2 rounded-card bg-surface/95 p-2 md:static md:mx-0 md:p-0">
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {submit ?? t("save")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function HoursFields({
  row,
  day,
  name,
  onChange,
  onRemove,
}: {
  row: Row;
  day: string;
  name: string;
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("terrain.hours");
  return (
    <div>
      <div className="flex items-start gap-2">
        <TimeField
          name={`${name}.heure_debut`}
          label={t("start", { day })}
          isLabelHidden
          value={row.debut}
          onChange={(debut) => onChange({ debut: debut ?? "" })}
          className="flex-1"
        />
        <span aria-hidden className="pt-2.5 text-ink-muted">
          –
        </span>
        <TimeField
          name={`${name}.heure_fin`}
          label={t("end", { day })}
          isLabelHidden
          value={row.fin}
          onChange={(fin) => onChange({ fin: fin ?? "" })}
          className="flex-1"
        />
        <IconButton
          label={t("remove", { day, from: row.debut, to: row.fin })}
          icon={<Trash2 aria-hidden />}
          onPress={onRemove}
        />
      </div>
      {row.period ? <p className="mt-1 text-sm text-ink-muted">{row.period}</p> : null}
    </div>
  );
}

function HiddenFields({ row, name }: { row: Row; name: string }) {
  return (
    <>
      <input type="hidden" name={`${name}.jour`} value={row.jour} />
      {row.du ? <input type="hidden" name={`${name}.du`} value={row.du} /> : null}
      {row.au ? <input type="hidden" name={`${name}.au`} value={row.au} /> : null}
      {row.isPast ? (
        <>
          <input type="hidden" name={`${name}.heure_debut`} value={row.debut} />
          <input type="hidden" name={`${name}.heure_fin`} value={row.fin} />
        </>
      ) : null}
    </>
  );
}

function Total({ rows }: { rows: Row[] }) {
  const t = useTranslations("terrain.hours");
  const locale = useLocale();
  if (!isLocale(locale)) return null;
  const minutes = rows
    .filter(({ isPast }) => !isPast)
    .reduce((sum, { debut, fin }) => sum + Math.max(0, minuteOf(fin) - minuteOf(debut)), 0);
  return (
    <p aria-live="polite" className="text-lg font-medium">
      {t("total", { hours: formatHours(minutes, { locale }) })}
    </p>
  );
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(":").map(Number);
  return (hour || 0) * 60 + (minute || 0);
}

/** New hours begin where the day's last ones end; on an empty day they repeat those of another day. */
function suggestion(ofDay: readonly Row[], rows: readonly Row[]): Pick<Row, "debut" | "fin"> {
  const last = ofDay.at(-1);
  if (last && last.fin < "18:00") return { debut: last.fin, fin: "18:00" };
  if (last) return { debut: "", fin: "" };
  const model = rows.find(({ isPast }) => !isPast);
  return { debut: model?.debut ?? "09:00", fin: model?.fin ?? "17:00" };
}
