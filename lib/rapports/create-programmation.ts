import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findAgence } from "@/lib/organisation/find-agence";
import { groupementOf } from "./create-rapport";
import { lastPeriode } from "./periode";
import { presentProgrammation } from "./present-programmation";
import { insertProgrammation, selectStaff } from "./programmation-store";
import { programmationCreate } from "./schemas-programmation";

/**
 * A report that goes out by itself after each week or month, from the current one on. Throws `validation` on the
 * field: an agency out of reach, somebody who is not of its staff, a grouping that the report does not know.
 */
export const createProgrammation = command({
  name: "programmation.create",
  input: programmationCreate,
  run: async ({ db, input, ctx, scope }) => {
    const agence = await findAgence(db, scope, input.agence_id);
    if (!agence) throw invalid("agence_id");
    const wanted = [...new Set(input.destinataires ?? (ctx.actor.id === null ? [] : [ctx.actor.id]))];
    const staff = wanted.length > 0 ? await selectStaff(db, agence.id, wanted) : [];
    if (staff.length === 0 || staff.length < wanted.length) throw invalid("destinataires");
    const { type, frequence } = input;
    const row = await insertProgrammation(db, {
      agenceId: agence.id,
      type,
      frequence,
      grouperPar: groupementOf(type, input.grouper_par),
      destinataires: staff.map(({ id }) => id),
      dernierePeriode: lastPeriode(frequence, ctx.now, agence.fuseau).cle,
      creePar: ctx.actor.id,
      creeLe: ctx.now,
    });
    const names = new Map(staff.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`.trim()]));
    const data = { type, frequence, destinataires: row.destinataires };
    return {
      change: { objet: { type: "programmation", id: row.id }, agenceId: agence.id, data },
      result: presentProgrammation(row, names, ctx),
    };
  },
});

const invalid = (field: string) =>
  new Refused("validation", { errors: [{ pointer: `/${field}`, code: "invalidChoice" }] });
