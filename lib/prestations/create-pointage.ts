import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { instantOf } from "@/lib/foundation/zoned";
import { answerPrestation, tell } from "./answer-prestation";
import { settleHold } from "./hold-prestation";
import { insertPointage, type PointageRow, selectPointages } from "./pointage-store";
import { EARLY_ARRIVAL_MS, invalidTransition, transitions } from "./prestation";
import { pointageBody } from "./schemas";
import { type PrestationRow, updatePrestationRow } from "./store";
import { openPrestation } from "./write-prestation";

const DAY_MS = 86_400_000;
/** Clocks of phones differ a little from ours. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Clocks an arrival (`confirmee` → `en_cours`) or a departure (→ `realisee`). An intervenant clocks their own visit, of
 * the last 24 h at most and not more than an hour early (`tooEarly`); staff may at any past moment, and on a planned
 * visit too. Throws `alreadyCheckedIn`, `notCheckedIn`. Planned times are never overwritten.
 */
export const createPointage = command({
  name: "pointage.create",
  input: pointageBody,
  run: async ({ db, input, ctx, scope }) => {
    const { prestation, agence } = await openPrestation(db, scope, input.id);
    const staff = scope.reach !== "assigned";
    const { intervenantId } = prestation;
    if (intervenantId === null) throw refuseField("intervenantUnknown", "intervenant_id");
    const horodatage = input.horodatage ? instantOf(input.horodatage, agence.fuseau, "horodatage") : ctx.now;
    checkMoment(ctx, horodatage, staff);
    const known = await selectPointages(db, prestation.id);
    const to = nextState(prestation, known, input.type, staff);
    if (
      input.type === "arrivee" &&
      !staff &&
      horodatage.getTime() < prestation.debut.getTime() - EARLY_ARRIVAL_MS
    )
      throw new Refused("tooEarly");
    const arrived = known.find(({ type }) => type === "arrivee");
    if (input.type === "depart" && arrived && horodatage < arrived.horodatage) throw badMoment();
    await insertPointage(db, {
      prestationId: prestation.id,
      intervenantId,
      type: input.type,
      horodatage,
      recuLe: ctx.now,
      latitude: input.latitude,
      longitude: input.longitude,
      source: staff ? "gestionnaire" : "telephone",
    });
    const version = await updatePrestationRow(db, prestation.id, { statut: to }, ctx.now);
    const settled = prestation.statut === "planifiee" ? await settleHold(db, ctx, prestation.id) : [];
    await tell(db, ctx, to === "en_cours" ? "prestation.commencee" : "prestation.realisee", prestation.id);
    return {
      change: [
        {
          objet: { type: "prestation", id: prestation.id, version },
          agenceId: prestation.agenceId,
          data: { pointage: input.type, horodatage: horodatage.toISOString(), from: prestation.statut, to },
        },
        ...settled,
      ],
      result: await answerPrestation(db, ctx, scope, prestation.id),
    };
  },
});

function checkMoment(ctx: Context, horodatage: Date, staff: boolean): void {
  const age = ctx.now.getTime() - horodatage.getTime();
  if (age < -CLOCK_SKEW_MS) throw badMoment();
  if (!staff && age > DAY_MS) throw badMoment();
}

const badMoment = () =>
  new Refused("validation", { errors: [{ pointer: "/horodatage", code: "invalidDate" }] });

function nextState(
  { statut }: PrestationRow,
  known: readonly PointageRow[],
  type: "arrivee" | "depart",
  staff: boolean,
): "en_cours" | "realisee" {
  if (known.some((one) => one.type === type)) throw new Refused("alreadyCheckedIn");
  if (type === "arrivee") {
    if (statut === "confirmee" || (staff && statut === "planifiee")) return "en_cours";
    throw invalidTransition(statut, "en_cours", transitions[statut]);
  }
  if (statut === "en_cours") return "realisee";
  if (statut === "planifiee" || statut === "confirmee") throw new Refused("notCheckedIn");
  throw invalidTransition(statut, "realisee", transitions[statut]);
}
