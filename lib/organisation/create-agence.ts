import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findAgenceById, insertAgence, replaceHours } from "./agence-store";
import { agenceValues } from "./agence-values";
import { presentAgence } from "./present-agence";
import { agenceBody } from "./schemas-agence";

/** Opens an agency. Throws `conflict` when its code or invoice series is taken. */
export const createAgence = command({
  name: "agence.create",
  input: agenceBody,
  run: async ({ db, input, ctx }) => {
    const { horaires, serie_facture, code, pays, devise, ...fields } = input;
    const id = await insertAgence(db, {
      ...agenceValues(fields),
      nom: input.nom,
      voie: input.voie,
      commune: input.commune,
      codePostal: input.code_postal,
      code,
      pays,
      devise,
      serieFacture: serie_facture,
      creeLe: ctx.now,
      modifieLe: ctx.now,
    });
    if (horaires.length > 0) await replaceHours(db, id, horaires, ctx.now);
    const row = await findAgenceById(db, id);
    if (!row) throw new Refused("notFound");
    return {
      change: { objet: { type: "agence", id, version: 1 }, agenceId: id, data: { code, pays } },
      result: presentAgence(row, ctx.actor.role),
    };
  },
});
