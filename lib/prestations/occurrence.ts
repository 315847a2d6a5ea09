import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { endPrestation, type VisitChange } from "./end-prestation";
import type { HoldChange } from "./hold-prestation";
import { releaseHold } from "./hold-prestation";
import type { Demande } from "./place-prestation";
import { guardSlot } from "./slot-taken";
import { type LockedPrestation, updatePrestationRow } from "./store";
import { bookPrestation, replanPrestation } from "./write-prestation";

export { lockOccurrences, selectOccurrenceDays } from "./occurrence-store";

/** What a series wants of one of its visits; `derogation` passes warnings, as for a single visit. */
export type Wanted = Omit<Demande, "intervenantId" | "exclure"> & {
  intervenantId: number | null;
  instructions: string;
  derogation: string;
};

/** A visit written for a series; `empechement`: the rule for which nobody is assigned, or empty. */
export type Written = { id: number; change: VisitChange; empechement: string };

/**
 * Makes the visit of `jour`, by the rules of a single one. When the person wanted cannot be had, the visit is made all
 * the same, for nobody, and says why.
 */
export async function bookOccurrence(
  tx: Tx,
  ctx: Context,
  wanted: Wanted,
  serie: { serieId: number; serieJour: string },
): Promise<Written> {
  const agenceId = wanted.place.agence.id;
  return orNobody(wanted.intervenantId, async (intervenantId, serieEmpechement) => {
    const made = await tx.transaction((savepoint) =>
      bookPrestation(
        savepoint,
        ctx,
        { ...wanted, intervenantId },
        { staff: true, derogation: wanted.derogation },
        wanted.instructions,
        { ...serie, serieEmpechement },
      ),
    );
    const data = { ...made.facts, serie_id: serie.serieId, ...reason(serieEmpechement) };
    const objet = { type: "prestation" as const, id: made.id, version: 1 };
    const change: VisitChange = { action: "prestation.create", objet, agenceId, data };
    return { id: made.id, change, empechement: serieEmpechement };
  });
}

/** Brings a locked visit to what its series now wants; undefined when it is that already. */
export async function replanOccurrence(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  locked: LockedPrestation,
  wanted: Wanted & { date: string },
): Promise<Written | undefined> {
  const { prestation } = locked;
  if (isAs(prestation, wanted)) return undefined;
  return orNobody(wanted.intervenantId, async (intervenantId, serieEmpechement) => {
    const { values, facts, demande } = await replanPrestation(tx, ctx, scope, {
      locked,
      change: {
        date: wanted.date,
        dureeMin: wanted.dureeMin,
        intervenantId,
        adresseId: wanted.place.adresse.id,
      },
      asker: { staff: true, derogation: wanted.derogation },
    });
    const row = { ...values, instructions: wanted.instructions, serieEmpechement };
    const version = await tx.transaction((savepoint) =>
      guardSlot(demande, () => updatePrestationRow(savepoint, prestation.id, row, ctx.now)),
    );
    const change: VisitChange = {
      action: "prestation.update",
      objet: { type: "prestation", id: prestation.id, version },
      agenceId: prestation.agenceId,
      data: { ...facts, serie_id: prestation.serieId, ...reason(serieEmpechement) },
    };
    return { id: prestation.id, change, empechement: serieEmpechement };
  });
}

/** Cancels a locked visit that its series no longer has, and the request that held it. */
export async function endOccurrence(
  tx: Tx,
  ctx: Context,
  locked: LockedPrestation,
  motif: string,
): Promise<(VisitChange | HoldChange)[]> {
  const { id, serieId } = locked.prestation;
  const ended = await endPrestation(tx, ctx, locked, { motif });
  // The day is free again, should the series have it back one day.
  const version = await updatePrestationRow(tx, id, { serieJour: null }, ctx.now);
  const change = {
    ...ended,
    objet: { ...ended.objet, version },
    data: { ...ended.data, serie_id: serieId },
  };
  return [change, ...(await releaseHold(tx, ctx, id, motif))];
}

const reason = (code: string) => (code === "" ? {} : { empechement: code });

function isAs(prestation: LockedPrestation["prestation"], wanted: Wanted): boolean {
  return (
    prestation.debut.getTime() === wanted.debut.getTime() &&
    prestation.fin.getTime() === wanted.debut.getTime() + wanted.dureeMin * 60_000 &&
    prestation.intervenantId === wanted.intervenantId &&
    prestation.adresseId === wanted.place.adresse.id &&
    prestation.instructions === wanted.instructions
  );
}

/** With the person wanted, else with nobody and the rule that forbade it. */
async function orNobody<T>(
  intervenantId: number | null,
  write: (intervenantId: number | null, empechement: string) => Promise<T>,
): Promise<T> {
  try {
    return await write(intervenantId, "");
  } catch (error) {
    const isRule = error instanceof Refused && error.status < 500 && intervenantId !== null;
    if (!isRule) throw error;
    return write(null, error.code);
  }
}
