"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { joursRegle } from "@/lib/plannings/series/schemas-jours";
import { Checkbox } from "../ui/checkbox";
import { DatePicker } from "../ui/date-picker";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";

const frequencies = ["WEEKLY", "DAILY", "MONTHLY"] as const;
const ends = ["jamais", "date", "fois"] as const;

/** How often and until when, in plain words; the page makes an RFC 5545 rule of it. */
export function SerieRule({ first, today }: { first: string; today: string }) {
  const t = useTranslations("series.create");
  const tDays = useTranslations("series.jours");
  const [frequency, setFrequency] = useState<string>("WEEKLY");
  const [end, setEnd] = useState<string>("jamais");
  const firstDay = joursRegle[(new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7];
  return (
    <fieldset className="rounded-card border border-line p-4 sm:p-5">
      <legend className="px-2 text-lg font-semibold">{t("rule")}</legend>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select
          name="frequence"
          label={t("frequency")}
          isRequired
          value={frequency}
          onChange={setFrequency}
          options={frequencies.map((value) => ({ value, label: t(`every.${value}`) }))}
        />
        <NumberField
          name="intervalle"
          label={t("interval")}
          isRequired
          defaultValue={1}
          minValue={1}
          maxValue={52}
          suffix={t(`unit.${frequency as (typeof frequencies)[number]}`)}
        />
      </div>
      {frequency === "WEEKLY" ? (
        <fieldset className="mt-5">
          <legend className="font-medium">{t("days")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {joursRegle.map((day) => (
              <Checkbox
                key={`${day} ${first}`}
                name="jours"
                value={day}
                label={<span className="first-letter:uppercase">{tDays(day)}</span>}
                defaultSelected={day === firstDay}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      {frequency === "MONTHLY" ? (
        <Select
          name="mensuel"
          className="mt-5"
          label={t("monthly")}
          isRequired
          defaultValue="date"
          options={[
            { value: "date", label: t("monthlyDate", { day: String(Number(first.slice(8))) }) },
            { value: "jour", label: t("monthlyDay", { day: firstDay ? tDays(firstDay) : "" }) },
          ]}
        />
      ) : null}
      <div className="mt-5 grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select
          name="fin"
          label={t("end")}
          isRequired
          value={end}
          onChange={setEnd}
          options={ends.map((value) => ({ value, label: t(`ends.${value}`) }))}
        />
        {end === "date" ? <DatePicker name="jusquau" label={t("until")} isRequired minValue={today} /> : null}
        {end === "fois" ? (
          <NumberField
            name="nombre"
            label={t("times")}
            isRequired
            defaultValue={10}
            minValue={1}
            maxValue={1000}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
