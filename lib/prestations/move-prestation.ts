import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { answerPrestation, tell } from "./answer-prestation";
import { holdPrestation, releaseHold } from "./hold-prestation";
import { noticeLimit } from "./prestation";
import { prestationMove } from "./schemas";
import { guardSlot, suggesting } from "./slot-taken";
import { updatePrestationRow } from "./store";
import { openPrestation, replanPrestation } from "./write-prestation";

/**
 * Moves a visit. Staff's move stands at once. A client may until the agency's notice (`cancelTooLate`); the visit goes
 * back to `planifiee`, held by a new waiting reservation that the agency confirms.
 */
export const movePrestation = suggesting(
  command({
    name: "prestation.move",
    input: prestationMove,
    run: async ({ db, input, ctx, scope }) => {
      const locked = await openPrestation(db, scope, input.id, input.version);
      const { prestation, agence } = locked;
      const isClient = scope.reach === "own";
      const asker = { staff: !isClient, derogation: isClient ? "" : input.derogation };
      if (isClient && ctx.now > noticeLimit(prestation.debut, agence.preavisAnnulationHeures))
        throw new Refused("cancelTooLate");
      const change = {
        date: input.date,
        dureeMin: input.duree === undefined ? undefined : Math.round(input.duree * 60),
        intervenantId: input.intervenant_id,
      };
      const { values, facts, demande } = await replanPrestation(db, ctx, scope, { locked, change, asker });
      const statut = isClient ? "planifiee" : prestation.statut;
      const version = await guardSlot(demande, () =>
        updatePrestationRow(db, prestation.id, { ...values, statut }, ctx.now),
      );
      const moved = {
        objet: { type: "prestation", id: prestation.id, version },
        agenceId: agence.id,
        data: { ...facts, before: prestation.debut.toISOString() },
      };
      const held = isClient ? await askAgain() : [];
      await tell(db, ctx, "prestation.deplacee", prestation.id);
      return {
        change: [moved, ...held],
        result: await answerPrestation(db, ctx, scope, prestation.id),
      };

      async function askAgain() {
        const ended = await releaseHold(db, ctx, prestation.id, "");
        const asked = await holdPrestation(db, ctx, agence, { ...prestation, debut: demande.debut });
        await tell(db, ctx, "reservation.demandee", asked.objet.id);
        const created = { action: "reservation.create", ...asked };
        return ended ? [ended, created] : [created];
      }
    },
  }),
);
