import { parseDate } from "@internationalized/date";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { instantOf, startOfDay } from "@/lib/foundation/zoned";
import { findAbsence, hasAbsence, insertAbsence } from "./absence-store";
import { findPlaceOf, lockAgenda } from "./disponibilite-store";
import { presentAbsence } from "./present-agenda";
import { absenceBody } from "./schemas";

/**
 * Asks for an absence (an intervenant, for themself) or records it as approved (staff). Throws `notFound`,
 * `pastNotAllowed` on fin for an intervenant, `onLeave` on debut when the person is already away then.
 */
export const createAbsence = command({
  name: "absence.create",
  input: absenceBody,
  run: async ({ db, input, ctx, scope }) => {
    const own = scope.reach === "own";
    const intervenantId = input.intervenant_id ?? (own ? scope.intervenantId : null);
    if (intervenantId === null) throw refuseField("validation", "intervenant_id");
    const place = await findPlaceOf(db, scope, intervenantId);
    if (!place) throw new Refused("notFound");
    const debut = edgeOf(input.debut, place.fuseau, "debut");
    const fin = edgeOf(input.fin, place.fuseau, "fin");
    if (debut >= fin) throw refuseField("validation", "fin");
    if (own && fin <= ctx.now) throw refuseField("pastNotAllowed", "fin");
    await lockAgenda(db, intervenantId);
    if (await hasAbsence(db, intervenantId, debut, fin)) throw refuseField("onLeave", "debut");
    const id = await insertAbsence(db, {
      intervenantId,
      debut,
      fin,
      type: input.type,
      motif: input.motif,
      statut: own ? "demandee" : "approuvee",
      decideLe: own ? null : ctx.now,
      creeLe: ctx.now,
    });
    const row = await findAbsence(db, scope, id);
    if (!row) throw new Refused("notFound");
    const type = own ? "absence.demandee" : "absence.approuvee";
    await enqueue(db, "notification.create", { type, objet_id: id, acteur_id: ctx.actor.id });
    return {
      change: {
        objet: { type: "absence", id },
        agenceId: place.agenceId,
        data: { intervenant_id: intervenantId, statut: row.statut, prestations_a_remplacer: row.aRemplacer },
      },
      result: presentAbsence(row, ctx),
    };
  },
});

/** A whole day begins at midnight and, as an end, includes that day. */
function edgeOf(text: string, zone: string, field: "debut" | "fin"): Date {
  if (text.includes("T")) return instantOf(text, zone, field);
  return startOfDay(parseDate(text).add({ days: field === "fin" ? 1 : 0 }), zone);
}
