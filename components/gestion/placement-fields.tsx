"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DatePicker } from "../ui/date-picker";
import type { FormState } from "../ui/form-state";
import { Notice } from "../ui/notice";
import { NumberField } from "../ui/number-field";
import { TimeField } from "../ui/time-field";
import { Alternatives, alternativesOf } from "./alternatives";
import { type CandidatLookup, type CandidatQuestion, useCandidats } from "./candidats";
import { type Person, PersonField } from "./person-field";

/** Day 'YYYY-MM-DD', time 'HH:MM', decimal hours, and the person if any. */
export type Placement = { date: string; heure: string; duree: number; person: string | null };

const warnings = ["outsideAvailability", "outOfSector", "overrideReasonRequired"];

/**
 * When, how long and who: the three change together. Who is free is asked again at each change, so that a refusal is
 * known before sending; one that comes all the same brings other slots with it.
 */
export function PlacementFields({
  start,
  about,
  lookup,
  current,
  state,
  localNow,
  timeZone,
  personDescription,
}: {
  start: Placement;
  /** The rest of the question: an existing visit, or client, service and address. */
  about: Omit<CandidatQuestion, "date" | "duree">;
  lookup: CandidatLookup;
  current: Person | null;
  /** Last answer of the form's action. */
  state: FormState;
  localNow: string;
  timeZone: string;
  personDescription?: string;
}) {
  const t = useTranslations("plannings.place");
  const [value, setValue] = useState(start);
  const [picked, setPicked] = useState<FormState>(null);
  const set = (change: Partial<Placement>) => setValue((before) => ({ ...before, ...change }));
  const moment = `${value.date}T${value.heure.slice(0, 5)}`;
  const isAsked = about.prestation_id !== undefined || Boolean(about.type);
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(moment) && value.duree > 0;
  const { candidats, isLooking } = useCandidats(
    isWhole && isAsked ? { ...about, date: moment, duree: value.duree } : null,
    lookup,
  );
  const people = (candidats ?? []).map(({ id, prenom, nom }) => ({ id, nom: `${prenom} ${nom}`.trim() }));
  const hasRefusedWarning = Boolean(state && !state.ok && warnings.includes(state.code));
  return (
    <>
      <Alternatives
        found={picked === state ? [] : alternativesOf(state)}
        people={current ? [...people, current] : people}
        timeZone={timeZone}
        onPick={(one) => {
          setPicked(state);
          set({
            date: one.date.slice(0, 10),
            heure: one.date.slice(11, 16),
            person: String(one.intervenant_id),
          });
        }}
      />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-3">
        <DatePicker
          name="date"
          label={t("date")}
          isRequired
          value={value.date || null}
          onChange={(date) => set({ date: date ?? "" })}
        />
        <TimeField
          name="heure"
          label={t("time")}
          isRequired
          value={value.heure || null}
          onChange={(heure) => set({ heure: heure ?? "" })}
        />
        <NumberField
          name="duree"
          label={t("duration")}
          isRequired
          minValue={0.25}
          maxValue={24}
          step={0.25}
          suffix={t("hours")}
          value={value.duree}
          onChange={(duree) => set({ duree: duree ?? 0 })}
        />
      </div>
      {isWhole && moment < localNow ? <Notice tone="info">{t("past")}</Notice> : null}
      <PersonField
        candidats={candidats}
        isLooking={isLooking}
        current={current}
        value={value.person}
        onChange={(person) => set({ person })}
        description={personDescription}
        hasRefusedWarning={hasRefusedWarning}
      />
    </>
  );
}
