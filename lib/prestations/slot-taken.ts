import type { z } from "zod";
import type { Context } from "@/lib/foundation/context";
import { databaseError, Refused } from "@/lib/foundation/errors";
import type { Operation } from "@/lib/foundation/operation";
import { civilDay, withOffset } from "@/lib/foundation/zoned";
import { loadCandidats } from "./agenda-store";
import { freeFor, freeSlots } from "./creneaux";
import { findLead } from "./find-lead";
import { journees, overlaps, type Span } from "./journee";
import type { Demande } from "./place-prestation";
import type { Alternative } from "./schemas";

/** The slot asked for is held by another visit; carries what was asked, so that others can be proposed. */
export class SlotTaken extends Refused {
  constructor(
    readonly demande: Demande,
    cause?: unknown,
  ) {
    super("slotTaken", { cause });
  }
}

/** Runs a write; the database's refusal of an overlap becomes a SlotTaken that knows what was asked. */
export async function guardSlot<T>(demande: Demande, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (databaseError(error)?.constraint_name === "prestations_pas_de_chevauchement")
      throw new SlotTaken(demande, error);
    throw error;
  }
}

/**
 * The same operation, whose `slotTaken` refusal also carries up to three `alternatives`. They are looked for after
 * the transaction is gone, so that nobody waits for them.
 */
export function suggesting<S extends z.ZodType, R>(operation: Operation<S, R>): Operation<S, R> {
  const call = async (ctx: Context, raw: Record<string, unknown>): Promise<R> => {
    try {
      return await operation(ctx, raw);
    } catch (error) {
      if (!(error instanceof SlotTaken)) throw error;
      const found = await alternatives(ctx, error.demande);
      throw new Refused("slotTaken", { ...error.details, extra: { alternatives: found } });
    }
  };
  return Object.assign(call, {
    operation: operation.operation,
    kind: operation.kind,
    input: operation.input,
  }) as Operation<S, R>;
}

const DAYS_AHEAD = 7;
const WANTED = 3;

/** Somebody else at the same time, then the same person at the nearest free times of that day and the next ones. */
async function alternatives(ctx: Context, demande: Demande): Promise<Alternative[]> {
  const { place, activite, debut, dureeMin, intervenantId } = demande;
  const zone = place.agence.fuseau;
  const asked: Span = { debut: debut.getTime(), fin: debut.getTime() + dureeMin * 60_000 };
  const days = journees(civilDay(debut, zone), DAYS_AHEAD, zone);
  const candidats = await loadCandidats(ctx.db, {
    agenceId: place.agence.id,
    activiteId: activite.id,
    clientId: place.client.id,
    span: { debut: asked.debut, fin: days.at(-1)?.fin ?? asked.fin },
    exclure: demande.exclure,
  });
  const lieu = place.adresse;
  const others = freeFor(asked, days, {
    candidats: candidats.filter(({ id }) => id !== intervenantId),
    lieu,
  });
  const chosen: (Span & { id: number })[] = others.slice(0, 1).map(({ id }) => ({ ...asked, id }));
  const same = candidats.filter(({ id }) => typeof intervenantId !== "number" || id === intervenantId);
  const { offer } = await findLead(ctx.db, place.agence.id);
  const plusTot = asked.debut < ctx.now.getTime() ? 0 : ctx.now.getTime() + offer;
  const near = freeSlots({ jours: days, dureeMin, lieu, candidats: same, plusTot })
    .flatMap(({ libres }) => libres.map(({ candidat, ...span }) => ({ ...span, id: candidat.id })))
    .sort((a, b) => Math.abs(a.debut - asked.debut) - Math.abs(b.debut - asked.debut));
  for (const one of near) {
    if (chosen.length >= WANTED) break;
    if (!chosen.some((other) => other.id === one.id && overlaps(other, one))) chosen.push(one);
  }
  return chosen.map(({ debut: from, fin, id }) => ({
    date: withOffset(new Date(from), zone),
    fin: withOffset(new Date(fin), zone),
    intervenant_id: id,
  }));
}
