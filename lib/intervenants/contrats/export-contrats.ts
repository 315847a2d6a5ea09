import { query } from "@/lib/foundation/operation";
import { wholeList } from "@/lib/foundation/whole-list";
import { listContrats as listRows } from "./contrat-store";
import { presentContrat } from "./present-contrat";
import { contratList } from "./schemas";

/** Contracts within reach and filters, one line for each amendment; the export is written to the log. */
export const exportContrats = query({
  name: "contrat.export",
  input: contratList,
  run: async ({ db, input, ctx, scope }) =>
    wholeList(async (part) => {
      const jour = ctx.now.toISOString().slice(0, 10);
      const page = await listRows(db, scope, { ...input, ...part }, jour);
      const results = page.results.flatMap((file) => {
        const { id, intervenant_id, nature, etat, debut, fin, avenants } = presentContrat(file, ctx);
        return avenants.map((one) => ({
          contrat_id: id,
          intervenant_id,
          nature,
          etat,
          debut,
          fin: fin ?? "",
          avenant: one.numero,
          du: one.du,
          au: one.au ?? "",
          convention: one.convention,
          mode: one.mode,
          heures_semaine: one.heures_semaine,
          heures_annee: one.heures_annee ?? "",
        }));
      });
      return { ...page, results };
    }),
  exports: ({ rows }) => ({ type: "contrat", id: "-", data: { lignes: rows.length } }),
});
