import { priceOfVisit } from "@/lib/activites/prix";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { answerPrestation, tell } from "./answer-prestation";
import { minutesBetween } from "./present";
import { assertTransition } from "./prestation";
import { prestationValidate } from "./schemas";
import { updatePrestationRow } from "./store";
import { openPrestation } from "./write-prestation";

/**
 * Accepts a finished visit for invoicing: `realisee` → `validee`. Billed is the planned time, or what staff say, never
 * less than the minimum agreed; the price follows. Planned and clocked times stay as they were.
 */
export const validatePrestation = command({
  name: "prestation.validate",
  input: prestationValidate,
  run: async ({ db, input, ctx, scope }) => {
    if (scope.reach === "own" && input.duree_facturee !== undefined)
      throw new Refused("validation", { errors: [{ pointer: "/duree_facturee", code: "unknownField" }] });
    const { prestation } = await openPrestation(db, scope, input.id, input.version);
    assertTransition(prestation.statut, "validee");
    const planned = minutesBetween(prestation.debut, prestation.fin);
    const minutes = input.duree_facturee === undefined ? planned : Math.round(input.duree_facturee * 60);
    const { billedMin, ttcCents } = priceOfVisit({
      minutes,
      hourlyTtcCents: prestation.prixHoraireTtc,
      minimumMin: prestation.minimumMin,
    });
    const version = await updatePrestationRow(
      db,
      prestation.id,
      { statut: "validee", valideeLe: ctx.now, dureeFactureeMin: billedMin, prixTtc: ttcCents },
      ctx.now,
    );
    await tell(db, ctx, "prestation.validee", prestation.id);
    // For the client alone: no event that partners subscribe to.
    const asked = { type: "avis.demande", objet_id: prestation.id, acteur_id: ctx.actor.id };
    await enqueue(db, "notification.create", asked);
    return {
      change: {
        objet: { type: "prestation", id: prestation.id, version },
        agenceId: prestation.agenceId,
        data: { from: "realisee", to: "validee", facturee_min: billedMin, prix_ttc: ttcCents },
      },
      result: await answerPrestation(db, ctx, scope, prestation.id),
    };
  },
});
