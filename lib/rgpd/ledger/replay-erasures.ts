import { z } from "zod";
import type { Tx } from "@/db/client";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { lockClient } from "../erasure-store";
import { forgetClient } from "../forget-client";
import { forgetIntervenant } from "../forget-intervenant";
import { lockIntervenant } from "../intervenant-store";
import { ledgerPath, readLedger } from "./ledger-file";
import { allEffacements, type EffacementRow, insertEffacement, type Why } from "./ledger-store";

/**
 * Forgets anew whom the ledger outside the database knows as erased and the database does not: an older backup was
 * restored. A number that was given to somebody else since is left alone. Safe to run again.
 */
export const replayErasures = command({
  name: "rgpd.replayErasures",
  input: z.object({}),
  run: async ({ db, ctx, scope }) => {
    const path = ledgerPath();
    const said = path ? readLedger(path) : [];
    const known = new Set((await allEffacements(db)).map(({ uid }) => uid));
    const unknown = said.filter(({ uid }) => !known.has(uid));
    const changes = [];
    for (const row of unknown) {
      const why: Why = { motif: row.motif, now: ctx.now, known: row };
      const demandeId = row.demandeId ?? undefined;
      const agenceId = await forgetAgain(db, scope, row, { ...why, demandeId });
      if (agenceId === undefined) continue;
      const objet = { type: row.sujetType, id: row.sujetId };
      changes.push({ objet, agenceId, data: { effacement: row.uid, efface_le: row.effaceLe.toISOString() } });
    }
    return {
      change: changes,
      result: { lus: said.length, rejoues: changes.length, inscrits: unknown.length },
    };
  },
});

/** The agency of whom was there to be forgotten; undefined when nobody was. The ledger knows of it either way. */
async function forgetAgain(tx: Tx, scope: Scope, row: EffacementRow, why: Why): Promise<number | undefined> {
  const isClient = row.sujetType === "client";
  const person = isClient
    ? await lockClient(tx, scope, row.sujetId)
    : await lockIntervenant(tx, scope, row.sujetId);
  const isThem = person?.creeLe.getTime() === row.sujetCreeLe.getTime() && person.effaceLe === null;
  if (!person || !isThem) {
    await insertEffacement(tx, row, why);
    return undefined;
  }
  if (isClient) await forgetClient(tx, person as Parameters<typeof forgetClient>[1], why);
  else await forgetIntervenant(tx, person as Parameters<typeof forgetIntervenant>[1], why);
  return person.agenceId;
}
