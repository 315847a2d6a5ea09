import { z } from "zod";
import type { Tx } from "@/db/client";
import { destroyContent } from "@/lib/factures/destroy-content";
import { pruneEntries } from "@/lib/foundation/audit/prune";
import type { Context } from "@/lib/foundation/context";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { lockClient } from "../erasure-store";
import { forgetClient } from "../forget-client";
import { forgetIntervenant } from "../forget-intervenant";
import { lockIntervenant } from "../intervenant-store";
import { deleteDue, forgetPlaces } from "./apply-store";
import { cutoff, firstDue, type Measure } from "./due-store";
import { effetOf, isAboutLog, isAboutPeople, type NomRegle, nomsRegle, SURSIS_JOURS } from "./regles";

const PEOPLE_AT_ONCE = 25;
const ROWS_AT_ONCE = 2_000;
const DAY_MS = 86_400_000;

const input = z.object({
  regle: z.enum(nomsRegle),
  /** By the clock. */
  prevue: z.boolean().default(false),
});

/**
 * One part of one rule, in one transaction: takes away the oldest of what is too old. `encore`: there may be more. Each
 * person has a line in the log; rows of machinery are counted. Safe to run again: what is gone is not due any more.
 */
export const applyConservation = command({
  name: "conservation.apply",
  input,
  run: async ({ db, input: { regle, prevue }, ctx, scope }) => {
    const grace = prevue && isAboutPeople(regle) ? SURSIS_JOURS * DAY_MS : 0;
    const measure = { now: new Date(ctx.now.getTime() - grace), parametres: await parametresOf(db) };
    const limit = isAboutPeople(regle) ? PEOPLE_AT_ONCE : ROWS_AT_ONCE;
    const { faits, lignes, preuve } = await apply(db, { regle, measure, ctx, scope, limit });
    const summary = {
      objet: { type: "conservation", id: regle },
      data: { regle, nombre: faits, prevue, ...preuve },
    };
    return {
      change: faits > 0 ? [...lignes, summary] : [],
      result: { faits, encore: faits === limit },
    };
  },
});

type Work = { regle: NomRegle; measure: Measure; ctx: Context; scope: Scope; limit: number };
type Line = { objet: { type: string; id: number }; agenceId: number; data: Record<string, unknown> };

/** `preuve`: the fingerprint of a signed record of pruning, which the log's own line must name. */
type Done = { faits: number; lignes: Line[]; preuve?: { elagage: string } };

async function apply(tx: Tx, work: Work): Promise<Done> {
  const { regle, measure, scope, limit } = work;
  if (regle === "lieux") return { faits: await forgetPlaces(tx, cutoff(regle, measure), limit), lignes: [] };
  if (effetOf(regle, measure.parametres) === "signalement") return { faits: 0, lignes: [] };
  const ids = (await firstDue(tx, regle, measure, scope, limit)).map(({ id }) => id);
  if (isAboutLog(regle)) {
    if (ids.length === 0) return { faits: 0, lignes: [] };
    const elagage = await pruneEntries(tx, regle, ids.map(Number), work.ctx.now);
    return { faits: ids.length, lignes: [], preuve: { elagage } };
  }
  if (regle === "factures") return destroyInvoices(tx, ids.map(Number), work);
  if (!isAboutPeople(regle)) return { faits: await deleteDue(tx, regle, ids), lignes: [] };
  const lignes: Line[] = [];
  for (const id of ids) {
    const line = await forgetPerson(tx, Number(id), work);
    if (line) lignes.push(line);
  }
  return { faits: lignes.length, lignes };
}

/** An invoice that is not as it was issued stays as it is: it is the proof of what was done to it. */
async function destroyInvoices(tx: Tx, ids: readonly number[], { regle, ctx }: Work): Promise<Done> {
  const lignes: Line[] = [];
  for (const id of ids) {
    const gone = await destroyContent(tx, id, ctx.now);
    if (!gone) continue;
    const { agenceId, ...proof } = gone;
    lignes.push({ objet: { type: "facture", id }, agenceId, data: { regle, ...proof } });
  }
  return { faits: lignes.length, lignes };
}

async function forgetPerson(tx: Tx, id: number, { regle, ctx, scope }: Work): Promise<Line | undefined> {
  const why = { motif: "conservation", now: ctx.now } as const;
  if (regle === "clients") {
    const client = await lockClient(tx, scope, id);
    if (!client || client.effaceLe) return undefined;
    await forgetClient(tx, client, why);
    return { objet: { type: "client", id }, agenceId: client.agenceId, data: { regle } };
  }
  const intervenant = await lockIntervenant(tx, scope, id);
  if (!intervenant || intervenant.effaceLe) return undefined;
  await forgetIntervenant(tx, intervenant, why);
  return { objet: { type: "intervenant", id }, agenceId: intervenant.agenceId, data: { regle } };
}
