import type { MessageParams } from "@/lib/foundation/errors";
import { Refused } from "@/lib/foundation/errors";
import type { Recurrence } from "./occurrences";
import { lastDayOf, parseRegle, type Regle, RegleError } from "./regle";
import type { NewSerie, SerieRow } from "./store";

type Asked = { rrule: string; premierJour: string; heure: string; finLe: string | null; zone: string };

/** The rule that a text says and its last day. Throws `validation` on `rrule`. */
export function readRegle({ rrule, premierJour, heure, finLe, zone }: Asked): {
  regle: Regle;
  dernierJour: string | null;
} {
  if (finLe !== null && finLe < premierJour)
    throw new Refused("validation", {
      errors: [{ pointer: "/fin_le", code: "tooSmall", params: { min: premierJour } }],
    });
  try {
    const regle = parseRegle(rrule, { zone, heure });
    return { regle, dernierJour: lastDayOf(regle, premierJour, finLe) };
  } catch (error) {
    if (!(error instanceof RegleError)) throw error;
    const params: MessageParams = { part: error.part };
    throw new Refused("validation", { errors: [{ pointer: "/rrule", code: error.fault, params }] });
  }
}

type Kept = Pick<
  SerieRow,
  "rrule" | "premierJour" | "heure" | "finLe" | "exceptions" | "joursFeries" | "arreteeDu"
>;

/** What a series' row says of its days. */
export function recurrenceOf(row: Kept, zone: string): Recurrence {
  const { premierJour, finLe, exceptions, joursFeries, arreteeDu } = row;
  const regle = parseRegle(row.rrule, { zone, heure: row.heure });
  return { regle, premierJour, finLe, exceptions, joursFeries, arreteeDu };
}

export type SerieValues = Partial<NewSerie>;
