import { query } from "@/lib/foundation/operation";
import { readCompteurs } from "./read-compteurs";
import { compteurList } from "./schemas";

/** The same as a spreadsheet reads it; the export is written to the log. */
export const exportCompteurs = query({
  name: "compteur.export",
  input: compteurList,
  run: async ({ db, input, ctx, scope }) => {
    const { results } = await readCompteurs(db, ctx, scope, input);
    return { rows: results, truncated: false };
  },
  exports: ({ rows }) => ({ type: "compteur", id: "-", data: { lignes: rows.length } }),
});
