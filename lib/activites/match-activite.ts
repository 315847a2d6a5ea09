import type { Queryable } from "@/db/client";
import { type Refused, refuseField } from "@/lib/foundation/errors";
import { fold } from "@/lib/i18n/text";
import {
  type ActiviteRow,
  selectActivite,
  selectActiviteByCode,
  selectActivites,
  selectSoldCodes,
} from "./tarif-store";

export type { ActiviteRow } from "./tarif-store";

/**
 * The activity that a text means: its code, its legal number, or its everyday or legal label in any of the four
 * languages, case and accents ignored; undefined when none does.
 */
export async function matchActivite(db: Queryable, text: string): Promise<ActiviteRow | undefined> {
  const exact = await selectActiviteByCode(db, text.trim());
  return exact ?? pickActivite(await selectActivites(db), text);
}

/** Every active activity, for `pickActivite` over many texts. */
export function activitesActives(db: Queryable): Promise<ActiviteRow[]> {
  return selectActivites(db);
}

/** An activity by id, active or not. */
export function activiteById(db: Queryable, id: number): Promise<ActiviteRow | undefined> {
  return selectActivite(db, id);
}

/** The same choice among rows already read. */
export function pickActivite(rows: readonly ActiviteRow[], text: string): ActiviteRow | undefined {
  const wanted = fold(text);
  if (!wanted) return undefined;
  const number = /^\d{1,3}$/.test(wanted) ? Number(wanted) : undefined;
  return (
    rows.find((row) => fold(row.code) === wanted) ??
    rows.find((row) => number !== undefined && row.numeroLegal === number) ??
    rows.find((row) => namesOf(row).some((name) => fold(name) === wanted))
  );
}

const namesOf = ({ libelles, libellesLegaux }: ActiviteRow): string[] => [
  ...Object.values(libelles),
  ...Object.values(libellesLegaux),
];

/** `unknownActivity` on `type`, with the codes that would be accepted (an agency's on a day, or all). */
export async function unknownActivity(
  db: Queryable,
  sold?: { agenceId: number; jour: string },
): Promise<Refused> {
  const accepted = sold
    ? await selectSoldCodes(db, sold.agenceId, sold.jour)
    : (await selectActivites(db)).map(({ code }) => code);
  const refusal = refuseField("unknownActivity", "type", { accepted: accepted.join(", ") });
  refusal.details.extra = { accepted };
  return refusal;
}
