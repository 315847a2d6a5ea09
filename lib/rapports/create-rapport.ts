import { parseDate } from "@internationalized/date";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { openRapport } from "./open-rapport";
import { definitions, type Groupement, MOST_DAYS, type TypeRapport } from "./rapport";
import { insertRapport, selectAgences } from "./rapport-store";
import { runRapport } from "./run-rapport";
import { type RapportCreate, rapportCreate } from "./schemas-rapport";

/**
 * Runs a report over the caller's agencies, or one of them, and keeps its figures for a year. Throws `validation` on
 * the field: a period out of order or over two years, a grouping that the report does not know, an agency out of reach.
 */
export const createRapport = command({
  name: "rapport.create",
  input: rapportCreate,
  run: async ({ db, input, ctx, scope }) => {
    checkPeriod(input);
    const grouperPar = groupementOf(input.type, input.grouper_par);
    const agenceIds = await selectAgences(db, scope, input.agence_id);
    if (agenceIds.length === 0) throw refused("agence_id", "invalidChoice");
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
    const data = { type, du, au, grouper_par: grouperPar, agences: agenceIds };
    return {
      change: { objet: { type: "rapport", id }, agenceId: input.agence_id ?? null, data },
      result: await openRapport(db, ctx, scope, id),
    };
  },
});

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
