import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { type FieldError, Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import { translator } from "@/lib/i18n/translate";
import { formerOf, tell } from "@/lib/prestations/answer-prestation";
import { endOccurrence, lockOccurrences, replanOccurrence } from "@/lib/prestations/occurrence";
import { answerSerie } from "./answer-serie";
import { checkPerson } from "./check-person";
import { sortedDays } from "./create-serie";
import {
  type Effet,
  fillSerie,
  HORIZON_DAYS,
  noEffet,
  noteUnassigned,
  type Setting,
  settingOf,
  wantedOn,
} from "./fill-serie";
import { occurrencesOf } from "./occurrences";
import { openSerie } from "./open-serie";
import { readRegle, recurrenceOf } from "./recurrence";
import { regleText, shifted } from "./regle";
import { seriePatch } from "./schemas";
import { type NewSerie, type SerieRow, updateSerieRow } from "./store";

/** How far ahead a change may be told. */
const MOST_AHEAD_DAYS = 366;

/**
 * Changes a series and its visits to come from a day on. Visits that are confirmed, begun, or changed by hand stay as
 * they are; days that the rule no longer has are cancelled, new ones made. Throws what `serie.create` throws,
 * `notFound`, `preconditionFailed`, `invalidTransition` once it is stopped.
 */
export const updateSerie = command({
  name: "serie.update",
  input: seriePatch,
  run: async ({ db, input, ctx, scope }) => {
    const { row: before, fuseau } = await openSerie(db, scope, input.id, input.version);
    const today = civilDay(ctx.now, fuseau);
    const du = startOf(input.du ?? today, today);
    const effet = noEffet();
    // What lies before the change keeps to the old rule, even where no visit was made yet.
    const earlier = du > today ? await fillUntil(db, ctx, scope, { row: before, du, effet }) : [];
    const values = { ...valuesOf(input, before, du, fuseau), genereeJusquau: du };
    const row = await updateSerieRow(db, before.id, values, ctx.now);
    const setting = await settingOf(db, scope, row);
    await checkPerson(db, { ...setting, ...row });
    const changes = await bringOn(db, ctx, scope, { setting, du, effet });
    const au = maxDay(shifted(today, HORIZON_DAYS), du);
    const filled = await fillSerie(db, ctx, setting, { au, effet });
    const { version } = await updateSerieRow(db, row.id, { genereeJusquau: filled.jusquau }, ctx.now);
    await tell(db, ctx, "serie.modifiee", row.id, formerOf(before, input.intervenant_id));
    const { creees, modifiees, annulees } = effet;
    const data = { du, champs: Object.keys(values).sort(), creees, modifiees, annulees };
    const objet = { type: "serie", id: row.id, version };
    return {
      change: [{ objet, agenceId: row.agenceId, data }, ...earlier, ...changes, ...filled.changes],
      result: await answerSerie(db, ctx, scope, row.id, effet),
    };
  },
});

async function fillUntil(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  { row, du, effet }: { row: SerieRow; du: string; effet: Effet },
) {
  const setting = await settingOf(tx, scope, row);
  return (await fillSerie(tx, ctx, setting, { au: shifted(du, -1), effet })).changes;
}

function startOf(du: string, today: string): string {
  const latest = shifted(today, MOST_AHEAD_DAYS);
  const early: FieldError = { pointer: "/du", code: "tooSmall", params: { min: today } };
  const late: FieldError = { pointer: "/du", code: "tooBig", params: { max: latest } };
  if (du < today || du > latest) throw new Refused("validation", { errors: [du < today ? early : late] });
  return du;
}

/** The row's new values; a rule that changes counts from `premier_jour`, or from the day of the change. */
function valuesOf(
  input: z.output<typeof seriePatch>,
  before: SerieRow,
  du: string,
  zone: string,
): Partial<NewSerie> {
  const heure = input.heure ?? before.heure.slice(0, 5);
  const finLe = input.fin_le === undefined ? before.finLe : input.fin_le;
  const rrule = input.rrule ?? before.rrule;
  const changed = input.rrule !== undefined && input.rrule !== before.rrule;
  const premierJour = input.premier_jour ?? (changed ? du : before.premierJour);
  const { regle, dernierJour } = readRegle({ rrule, premierJour, heure, finLe, zone });
  const wished: Partial<NewSerie> = {
    intervenantId: input.intervenant_id,
    adresseId: input.adresse_id,
    dureeMin: input.duree === undefined ? undefined : Math.round(input.duree * 60),
    heure: input.heure,
    rrule: changed ? regleText(regle) : undefined,
    premierJour: premierJour === before.premierJour ? undefined : premierJour,
    exceptions: input.exceptions && sortedDays(input.exceptions),
    joursFeries: input.jours_feries,
    finLe: input.fin_le,
    instructions: input.instructions,
    derogation: input.derogation,
    dernierJour,
  };
  return Object.fromEntries(Object.entries(wished).filter(([, value]) => value !== undefined));
}

type Bringing = { setting: Setting; du: string; effet: Effet };

/** Brings the planned visits that nobody changed by hand to what the series is now. */
async function bringOn(tx: Tx, ctx: Context, scope: Scope, { setting, du, effet }: Bringing) {
  const { row, place } = setting;
  const visits = (await lockOccurrences(tx, row.id, { du, now: ctx.now })).filter(
    ({ prestation }) => prestation.statut === "planifiee" && !prestation.serieModifiee,
  );
  const last = visits.reduce((day, { prestation }) => maxDay(day, prestation.serieJour), du);
  const days = new Map(
    occurrencesOf(recurrenceOf(row, place.agence.fuseau), place.adresse, { du, au: last }).map(
      ({ jour, date }) => [jour, date],
    ),
  );
  const dateOf = (jour: string | null) => (jour === null ? null : (days.get(jour) ?? null));
  const motif = translator(place.client.langue, "series")("motifModifiee");
  const changes = [];
  for (const visit of visits.filter(({ prestation }) => dateOf(prestation.serieJour) === null)) {
    changes.push(...(await endOccurrence(tx, ctx, visit, motif)));
    effet.annulees += 1;
  }
  for (const visit of visits) {
    const date = dateOf(visit.prestation.serieJour);
    if (date === null) continue;
    const written = await replanOccurrence(tx, ctx, scope, visit, wantedOn(setting, date));
    if (!written) continue;
    changes.push(written.change);
    effet.modifiees += 1;
    noteUnassigned(effet, ctx, date, written);
  }
  return changes;
}

const maxDay = (day: string, other: string | null) => (other !== null && other > day ? other : day);
