import { z } from "zod";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { openRegles } from "./open-regles";
import { findAgenceRegles } from "./regle-store";
import { regleList } from "./schemas";

/** The same as `regle.list`, flat, for a spreadsheet; without an agency the caller's first. Throws `notFound`. */
export const exportRegles = query({
  name: "regle.export",
  input: z.object({ ...regleList.shape, agence_id: id.optional() }),
  run: async ({ db, input, ctx, scope }) => {
    const agence = await findAgenceRegles(db, scope, input.agence_id);
    if (!agence) throw new Refused("notFound");
    const { convention, le, results } = await openRegles(db, ctx, scope, { ...input, agence_id: agence.id });
    const rows = results.map((one) => ({
      convention,
      le,
      code: one.code,
      libelle: one.libelle,
      sens: one.sens,
      valeur: one.valeur,
      unite: one.unite,
      severite: one.severite,
      valeur_convention: one.valeur_convention,
      plafond: one.plafond ?? "",
      texte: one.article,
      propre_du: one.ecart?.du ?? "",
    }));
    return { rows, truncated: false };
  },
  exports: ({ rows }) => ({ type: "regle", id: "-", data: { lignes: rows.length } }),
});
