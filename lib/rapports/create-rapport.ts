import { parseDate } from "@internationalized/date";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { runTache } from "@/lib/foundation/taches";
import { openRapport } from "./open-rapport";
import { definitions, type Groupement, MOST_DAYS, type TypeRapport } from "./rapport";
import { insertRapport, selectAgences } from "./rapport-store";
import { runRapport } from "./run-rapport";
import { type RapportCreate, rapportCreate } from "./schemas-rapport";

/**
 * Runs a report over the caller's agencies, or one of them, and keeps its figures for a year. As a piece of long work
 * (`request-rapport.ts`) it ends that with the report's id. Throws `validation` as `checkRapport` does.
 */
export const createRapport = command({
  name: "rapport.create",
  input: rapportCreate,
  run: async ({ db, input, ctx, scope }) => {
    const { grouperPar, agenceIds } = await checkRapport(db, scope, input);
    const { type, du = null, au } = input;
    const contenu = await runRapport(db, type, { agenceIds, du, au, now: ctx.now, grouperPar });
    const keptDays = (await parametresOf(db)).of("conservation.rapports");
    const id = await insertRapport(db, {
      type,
      du,
      au,
      agenceId: input.agence_id ?? null,
      agenceIds,
      grouperPar,
      contenu,
      demandePar: ctx.actor.id,
      expireLe: new Date(ctx.now.getTime() + keptDays * 86_400_000),
      creeLe: ctx.now,
    });
    await ctx.tache?.finish(db, { rapport_id: id });
    const data = { type, du, au, grouper_par: grouperPar, agences: agenceIds };
    return {
      change: { objet: { type: "rapport", id }, agenceId: input.agence_id ?? null, data },
      result: await openRapport(db, ctx, scope, id),
    };
  },
});

/** The worker's door: the report as the person who asked for it may have it now. */
export const runAskedRapport = (ctx: Context, job: { tache_id: number; demande: RapportCreate }) =>
  runTache(ctx, job.tache_id, (as) => createRapport(as, job.demande));

/**
 * What a report is over and by. Throws `validation` on the field: a period out of order or over two years, a grouping
 * that the report does not know, an agency out of reach.
 */
export async function checkRapport(db: Tx, scope: Scope, input: RapportCreate) {
  checkPeriod(input);
  const grouperPar = groupementOf(input.type, input.grouper_par);
  const agenceIds = await selectAgences(db, scope, input.agence_id);
  if (agenceIds.length === 0) throw refused("agence_id", "invalidChoice");
  return { grouperPar, agenceIds };
}

/** The grouping asked for, or the report's first. Throws `validation` when it has no such one. */
export function groupementOf(type: TypeRapport, asked: Groupement | undefined): Groupement {
  const { groupements } = definitions[type];
  if (asked && !groupements.includes(asked)) throw refused("grouper_par", "invalidChoice");
  return asked ?? groupements[0];
}

function checkPeriod({ type, du, au }: RapportCreate): void {
  if (!du) {
    if (type !== "creances") throw refused("du", "required");
    return;
  }
  if (au < du) throw refused("au", "tooSmall", { min: du });
  const last = parseDate(du).add({ days: MOST_DAYS }).toString();
  if (au > last) throw refused("au", "tooBig", { max: last });
}

function refused(
  field: string,
  code: "required" | "invalidChoice" | "tooSmall" | "tooBig",
  params?: Record<string, string>,
): Refused {
  return new Refused("validation", { errors: [{ pointer: `/${field}`, code, params }] });
}
