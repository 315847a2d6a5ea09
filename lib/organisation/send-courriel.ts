import { z } from "zod";
import { queues } from "@/db/queues";
import type { Context } from "@/lib/foundation/context";
import { command } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { secretGabarits } from "./courriel/gabarit";
import { type Transport, transportOf } from "./courriel/transport";
import { type CourrielRow, failCourriel, findCourriel, settleCourriel } from "./courriel-store";

const input = z.strictObject({ courriel_id: id });
type Sent = { row: CourrielRow; transport: Transport | null } | null;

/**
 * Sends one queued e-mail, or leaves it in the outbox when no transport is set. Safe to run twice: one that is sent
 * is left alone. A failure is noted and thrown, so that the queue tries again later.
 */
export const sendCourriel = command({
  name: "courriel.send",
  input,
  prepare: ({ input: { courriel_id }, ctx }) => deliver(ctx, courriel_id),
  run: async ({ db, ctx, prepared }) => {
    if (!prepared) return { change: [], result: undefined };
    const { row, transport } = prepared;
    const settled = await settleCourriel(db, row.id, valuesOf(row, transport, ctx.now));
    if (!settled) return { change: [], result: undefined };
    const data = { gabarit: row.gabarit, transport: transport?.nom ?? "local" };
    return { change: { objet: { type: "courriel", id: row.id }, data }, result: undefined };
  },
});

async function deliver(ctx: Context, id: number): Promise<Sent> {
  const row = await findCourriel(ctx.db, id);
  if (row?.statut !== "en_attente") return null;
  const transport = transportOf();
  const { destinataire: to, langue, sujet, texte, html } = row;
  try {
    await transport?.send({ id, to, langue, sujet, texte, html });
  } catch (error) {
    const reason = (error as { code?: string }).code ?? (error as Error).message;
    await failCourriel(ctx.db, id, reason.slice(0, 200), queues["courriel.send"].retryLimit + 1);
    throw error;
  }
  return { row, transport };
}

/** A link that opens an account has no business in our tables once it is in its owner's mailbox. */
function valuesOf(row: CourrielRow, transport: Transport | null, now: Date): Partial<CourrielRow> {
  if (!transport) return { statut: "local" };
  const emptied = secretGabarits.includes(row.gabarit) ? { texte: "", html: "" } : {};
  return { statut: "envoye", envoyeLe: now, tentatives: row.tentatives + 1, erreur: null, ...emptied };
}
