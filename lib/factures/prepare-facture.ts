import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { lignesOf } from "./lignes";
import { findDraft, insertDraft, listBillable, lockBilledClient, replaceLignes } from "./preparation-store";
import { presentFacture } from "./present";
import { facturePreparation } from "./schemas";
import { findFacture, updateFacture } from "./store";

/**
 * Makes (or makes anew) the month's draft for a client from the validated visits that no invoice holds yet.
 * Throws `clientUnknown` or `nothingToInvoice`. A draft has no number.
 */
export const prepareFacture = command({
  name: "facture.prepare",
  input: facturePreparation,
  run: async ({ db, input, ctx, scope }) => {
    const client = await lockBilledClient(db, scope, input.client_id);
    if (!client) throw refuseField("clientUnknown", "client_id");
    const draftId = await findDraft(db, client.id, input.periode);
    const visits = await listBillable(db, client.id, input.periode, draftId);
    if (visits.length === 0) throw new Refused("nothingToInvoice", { params: { periode: input.periode } });
    const { lignes, totaux } = lignesOf(visits, client.langue);
    const { agenceId, devise, langue } = client;
    const head = { agenceId, clientId: client.id, periode: input.periode, langue, devise };
    const id = draftId ?? (await insertDraft(db, { ...head, creeLe: ctx.now, modifieLe: ctx.now }));
    await replaceLignes(
      db,
      id,
      lignes.map((ligne) => ({ ...ligne, factureId: id })),
    );
    const sums = { totalHt: totaux.htCents, totalTva: totaux.tvaCents, totalTtc: totaux.ttcCents };
    await updateFacture(db, id, sums, ctx.now);
    const file = await findFacture(db, scope, id);
    if (!file) throw new Refused("notFound");
    const data = { periode: input.periode, lignes: lignes.length, total_ttc: totaux.ttcCents };
    return {
      change: { objet: { type: "facture", id, version: file.facture.version }, agenceId, data },
      result: presentFacture(file, ctx),
    };
  },
});
