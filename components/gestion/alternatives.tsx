"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatTimeRange } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Alternative } from "@/lib/prestations/schemas";
import { Button } from "../ui/button";
import type { FormState } from "../ui/form-state";
import type { Person } from "./person-field";

/** The other slots that came with a refusal; none when the refusal was about something else. */
export function alternativesOf(state: FormState): Alternative[] {
  if (!state || state.ok || state.code !== "slotTaken") return [];
  const extra = (state as { extra?: { alternatives?: Alternative[] } }).extra;
  return extra?.alternatives ?? [];
}

/** What is free instead of a slot that somebody else has just taken; one touch fills the form. */
export function Alternatives({
  found,
  people,
  timeZone,
  onPick,
}: {
  found: Alternative[];
  people: Person[];
  timeZone: string;
  onPick: (alternative: Alternative) => void;
}) {
  const t = useTranslations("plannings.alternatives");
  const locale = useLocale() as Locale;
  if (found.length === 0) return null;
  return (
    <fieldset className="rounded-card bg-info-soft p-4">
      <legend className="sr-only">{t("title")}</legend>
      <p aria-hidden className="font-semibold text-info-text">
        {t("title")}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {found.map((one) => (
          <Button key={`${one.date}-${one.intervenant_id}`} size="sm" onPress={() => onPick(one)}>
            {t("slot", {
              day: formatDate(new Date(one.date), { locale, timeZone, style: "weekdayDay" }),
              time: formatTimeRange(new Date(one.date), new Date(one.fin), { locale, timeZone }),
              name: people.find(({ id }) => id === one.intervenant_id)?.nom ?? t("somebody"),
            })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
