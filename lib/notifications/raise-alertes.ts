import { z } from "zod";
import { typesAlerte } from "@/db/states";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { raiseAlertes as raiseRows, settleAlertes } from "./alerte-store";

/**
 * Every few minutes: raises an alert for each thing that goes wrong, once for each, tells the agency's team of it, and
 * closes those that are settled. Safe to run again, and from two workers at once.
 */
export const raiseAlertes = command({
  name: "alerte.raise",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const changes = [];
    let resolues = 0;
    const measure = { now: ctx.now, parametres: await parametresOf(db) };
    for (const type of typesAlerte) {
      resolues += await settleAlertes(db, type, measure);
      for (const { id, agence_id, objet_id } of await raiseRows(db, type, measure)) {
        await enqueue(db, "notification.create", {
          type: `alerte.${type}`,
          objet_id: id,
          acteur_id: null,
          cle: `alerte:${id}`,
        });
        changes.push({ objet: { type: "alerte", id }, agenceId: agence_id, data: { type, objet_id } });
      }
    }
    const levees = changes.length;
    const settled = { objet: { type: "alerte", id: "-" }, data: { resolues } };
    return { change: resolues > 0 ? [...changes, settled] : changes, result: { levees, resolues } };
  },
});
