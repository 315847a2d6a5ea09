import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { firstFault } from "./disponibilite";
import {
  findPlaceOf,
  listDisponibilites,
  lockAgenda,
  replaceDisponibilites as replaceRows,
} from "./disponibilite-store";
import { presentDisponibilite } from "./present-agenda";
import { disponibiliteReplace } from "./schemas";

/**
 * Replaces the weekly hours of a person by a whole new list; hours without `du` begin today. Visits already planned
 * stay. Throws `notFound`, or `validation` on the hours at fault.
 */
export const replaceDisponibilites = command({
  name: "disponibilite.replace",
  input: disponibiliteReplace,
  run: async ({ db, input, ctx, scope }) => {
    const { intervenant_id: id } = input;
    const place = await findPlaceOf(db, scope, id);
    if (!place) throw new Refused("notFound");
    const today = civilDay(ctx.now, place.fuseau);
    const list = input.disponibilites.map((one) => ({ ...one, du: one.du ?? today }));
    const fault = firstFault(list);
    if (fault) {
      const pointer = `/disponibilites/${fault.index}/${fault.field}`;
      throw new Refused("validation", { errors: [{ pointer, code: "invalidChoice" }] });
    }
    await lockAgenda(db, id);
    const rows = list.map(({ jour, heure_debut, heure_fin, du, au }) => ({
      intervenantId: id,
      jour,
      heureDebut: heure_debut,
      heureFin: heure_fin,
      du,
      au,
      creeLe: ctx.now,
    }));
    await replaceRows(db, id, rows);
    const page = await listDisponibilites(db, id, { limit: 200 });
    return {
      change: {
        objet: { type: "intervenant", id },
        agenceId: place.agenceId,
        data: { plages: rows.length },
      },
      result: { ...page, results: page.results.map(presentDisponibilite) },
    };
  },
});
