import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findPlaceOf, lockAgenda } from "../disponibilite-store";
import { insertAvenant, insertContrat } from "./contrat-store";
import { presentContrat } from "./present-contrat";
import { contratBody } from "./schemas";
import { closeContrat, minutesOf } from "./write-contrat";

/**
 * Records a contract with what was agreed at first. Throws `notFound`, `validation` on fin, `contractOverlaps` when the
 * person has another one then (the database decides).
 */
export const createContrat = command({
  name: "contrat.create",
  input: contratBody,
  run: async ({ db, input, ctx, scope }) => {
    const { intervenant_id: intervenantId, nature, debut, fin, motif, convention, mode } = input;
    const place = await findPlaceOf(db, scope, intervenantId);
    if (!place) throw new Refused("notFound");
    if (fin !== null && fin < debut) throw refuseField("validation", "fin");
    await lockAgenda(db, intervenantId);
    const at = { creeLe: ctx.now, modifieLe: ctx.now };
    const id = await insertContrat(db, { intervenantId, nature, debut, fin, motif, ...at });
    const minutes = minutesOf(input);
    await insertAvenant(db, {
      contratId: id,
      intervenantId,
      numero: 0,
      du: debut,
      convention,
      mode,
      ...minutes,
      creePar: ctx.actor.id,
      creeLe: ctx.now,
    });
    const file = await closeContrat(db, ctx, scope, id);
    const data = { intervenant_id: intervenantId, nature, debut, fin, convention, mode, ...minutes };
    return {
      change: { objet: { type: "contrat", id, version: 1 }, agenceId: place.agenceId, data },
      result: presentContrat(file, ctx),
    };
  },
});
