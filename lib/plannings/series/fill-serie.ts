import type { Tx } from "@/db/client";
import { type ActiviteRow, activiteById, unknownActivity } from "@/lib/activites/match-activite";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay, instantOf } from "@/lib/foundation/zoned";
import {
  bookOccurrence,
  selectOccurrenceDays,
  type Wanted,
  type Written,
} from "@/lib/prestations/occurrence";
import { findPlace, type Place } from "@/lib/prestations/place-prestation";
import { occurrencesOf } from "./occurrences";
import { empechementWords } from "./phrases";
import { recurrenceOf } from "./recurrence";
import { shifted } from "./regle";
import type { SerieResult } from "./schemas";
import type { SerieRow } from "./store";

/** Visits of a series exist this many days ahead. */
export const HORIZON_DAYS = 56;

export type Change = Written["change"];
export type Setting = { row: SerieRow; place: Place; activite: ActiviteRow };
export type Effet = SerieResult["effet"];
export const noEffet = (): Effet => ({ creees: 0, modifiees: 0, annulees: 0, non_affectees: [] });

/** Where a series takes place and what is done there. Throws `clientUnknown` or `clientErased` once nobody is served. */
export async function settingOf(tx: Tx, scope: Scope, row: SerieRow): Promise<Setting> {
  const [place, activite] = await Promise.all([
    findPlace(tx, scope, row.clientId, row.adresseId),
    activiteById(tx, row.activiteId),
  ]);
  if (!activite) throw new Error(`series ${row.id} has no activity`);
  return { row, place, activite };
}

/** What a series wants of its visit on a civil day. */
export function wantedOn({ row, place, activite }: Setting, date: string): Wanted & { date: string } {
  const text = `${date}T${row.heure.slice(0, 5)}`;
  const { dureeMin, intervenantId, instructions, derogation } = row;
  const debut = instantOf(text, place.agence.fuseau, "heure");
  return { place, activite, debut, date: text, dureeMin, intervenantId, instructions, derogation };
}

/**
 * Makes the visits of a series that are not there yet, from today up to `au`; those that exist, cancelled ones too, are
 * left alone, so that running it again does nothing. Days without a price end it: `jusquau` says how far it came.
 */
export async function fillSerie(
  tx: Tx,
  ctx: Context,
  setting: Setting,
  { au, effet }: { au: string; effet: Effet },
): Promise<{ changes: Change[]; jusquau: string }> {
  const { row, place } = setting;
  const { fuseau } = place.agence;
  const today = civilDay(ctx.now, fuseau);
  const days = occurrencesOf(recurrenceOf(row, fuseau), place.adresse, { du: today, au });
  const there = await selectOccurrenceDays(tx, row.id, today);
  const changes: Change[] = [];
  for (const { jour, date } of days) {
    if (date === null || there.has(jour)) continue;
    const wanted = wantedOn(setting, date);
    if (wanted.debut <= ctx.now) continue;
    const made = await bookUnlessUnpriced(tx, ctx, wanted, { serieId: row.id, serieJour: jour });
    if (!made) {
      if (changes.length === 0 && row.genereeJusquau === null)
        throw await unknownActivity(tx, { agenceId: place.agence.id, jour: date });
      return { changes, jusquau: shifted(jour, -1) };
    }
    changes.push(made.change);
    effet.creees += 1;
    noteUnassigned(effet, ctx, date, made);
  }
  return { changes, jusquau: au };
}

/** Undefined when the agency does not sell the activity that day. */
async function bookUnlessUnpriced(
  tx: Tx,
  ctx: Context,
  wanted: Wanted,
  serie: { serieId: number; serieJour: string },
): Promise<Written | undefined> {
  try {
    return await bookOccurrence(tx, ctx, wanted, serie);
  } catch (error) {
    if (error instanceof Refused && error.code === "unknownActivity") return undefined;
    throw error;
  }
}

/** Remembers, for the answer, a visit whose intervenant could not be given it. */
export function noteUnassigned(effet: Effet, ctx: Context, jour: string, { id, empechement }: Written): void {
  if (empechement === "") return;
  const raison = empechementWords(ctx.locale, empechement);
  effet.non_affectees.push({ jour, prestation_id: id, code: empechement, raison });
}
