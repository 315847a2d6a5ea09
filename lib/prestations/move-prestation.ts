import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { answerPrestation, formerOf, tell } from "./answer-prestation";
import { reschedulePrestation } from "./confirm-prestation";
import {
  type FormerSlot,
  type HoldChange,
  type HoldRow,
  holdPrestation,
  openHold,
  releaseHold,
} from "./hold-prestation";
import { noticeLimit } from "./prestation";
import { prestationMove } from "./schemas";
import { suggesting } from "./slot-taken";
import { type LockedPrestation, openPrestation } from "./write-prestation";

/**
 * Moves a visit. Staff's move stands at once. A client may until the agency's notice (`cancelTooLate`); the visit goes
 * back to `planifiee`, held by a new waiting reservation that the agency confirms, and which keeps the slot left behind.
 */
export const movePrestation = suggesting(
  command({
    name: "prestation.move",
    input: prestationMove,
    run: async ({ db, input, ctx, scope }) => {
      const locked = await openPrestation(db, scope, input.id, input.version);
      const { prestation, agence } = locked;
      const isClient = scope.reach === "own";
      if (isClient && ctx.now > noticeLimit(prestation.debut, agence.preavisAnnulationHeures))
        throw new Refused("cancelTooLate");
      const moved = await reschedulePrestation(db, ctx, scope, {
        locked,
        change: {
          date: input.date,
          dureeMin: input.duree === undefined ? undefined : Math.round(input.duree * 60),
          intervenantId: input.intervenant_id,
        },
        asker: { staff: !isClient, derogation: isClient ? "" : input.derogation },
        statut: isClient ? "planifiee" : undefined,
      });
      const asked = isClient ? await askAgain(db, ctx, locked, moved.debut) : [];
      await tell(db, ctx, "prestation.deplacee", prestation.id, formerOf(prestation, input.intervenant_id));
      return {
        change: [moved.change, ...asked],
        result: await answerPrestation(db, ctx, scope, prestation.id),
      };
    },
  }),
);

async function askAgain(
  tx: Tx,
  ctx: Context,
  { prestation, agence }: LockedPrestation,
  debut: Date,
): Promise<HoldChange[]> {
  const hold = await openHold(tx, prestation.id);
  const former = prestation.statut === "confirmee" ? slotOf(prestation) : slotKept(hold);
  const ended = await releaseHold(tx, ctx, prestation.id, "", hold);
  const asked = await holdPrestation(tx, ctx, agence, { ...prestation, debut }, "", former);
  await tell(tx, ctx, "reservation.demandee", asked.objet.id);
  return [...ended, asked];
}

const slotOf = ({ debut, fin, intervenantId }: LockedPrestation["prestation"]): FormerSlot => ({
  datePrecedente: debut,
  finPrecedente: fin,
  intervenantPrecedentId: intervenantId,
});

/** A second move while the first one waits: the visit was last confirmed where the first one says. */
const slotKept = (hold: HoldRow | undefined): FormerSlot | undefined =>
  hold && {
    datePrecedente: hold.datePrecedente,
    finPrecedente: hold.finPrecedente,
    intervenantPrecedentId: hold.intervenantPrecedentId,
  };
