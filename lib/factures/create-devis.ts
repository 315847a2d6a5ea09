import { parseDate } from "@internationalized/date";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findDevis, insertDevis } from "./devis-store";
import { presentDevis } from "./present-devis";
import { priceDevis } from "./price-devis";
import { devisBody } from "./schemas-devis";

/**
 * A quote in the making for a client's file, at the catalogue's prices of the day. Throws `clientUnknown`,
 * `clientErased`, `unknownActivity`, `visitTooLong`, `validation` on a day already past.
 */
export const createDevis = command({
  name: "devis.create",
  input: devisBody,
  run: async ({ db, input, ctx, scope }) => {
    const { quoted, jour: today, lignes, totaux } = await priceDevis(db, ctx, scope, input);
    const { client, agence } = quoted;
    const valideJusquau = input.valide_jusquau ?? parseDate(today).add({ months: 1 }).toString();
    if (valideJusquau < today) throw refuseField("pastNotAllowed", "valide_jusquau");
    const head = { agenceId: agence.id, clientId: client.id, langue: client.langue, devise: agence.devise };
    const sums = { totalHt: totaux.htCents, totalTva: totaux.tvaCents, totalTtc: totaux.ttcCents };
    const dates = { valideJusquau, creeLe: ctx.now, modifieLe: ctx.now };
    const id = await insertDevis(db, { ...head, ...sums, ...dates }, lignes);
    const file = await findDevis(db, scope, id);
    if (!file) throw new Refused("notFound");
    const data = { client_id: client.id, lignes: lignes.length, total_ttc: totaux.ttcCents };
    return {
      change: { objet: { type: "devis", id, version: 1 }, agenceId: agence.id, data },
      result: presentDevis(file, ctx),
    };
  },
});
