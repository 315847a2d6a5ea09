import { query } from "@/lib/foundation/operation";
import { wholeList } from "@/lib/foundation/whole-list";
import { presentSerie } from "./present";
import { type Serie, serieList } from "./schemas";
import { listSeries as listRows } from "./store";

/** Series within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportSeries = query({
  name: "serie.export",
  input: serieList,
  run: async ({ db, input, ctx, scope }) =>
    wholeList(async (part) => {
      const page = await listRows(db, scope, { ...input, ...part }, ctx.now);
      return { ...page, results: page.results.map((file) => flat(presentSerie(file, ctx))) };
    }),
  exports: ({ rows }) => ({ type: "serie", id: "-", data: { lignes: rows.length } }),
});

export type SerieLine = ReturnType<typeof flat>;

const flat = (serie: Serie) => ({
  id: serie.id,
  client_id: serie.client_id,
  client: serie.client.nom,
  type: serie.type,
  libelle: serie.libelle,
  intervenant_id: serie.intervenant_id ?? "",
  intervenant: serie.intervenant ? `${serie.intervenant.prenom} ${serie.intervenant.nom}`.trim() : "",
  en_clair: serie.en_clair,
  rrule: serie.rrule,
  premier_jour: serie.premier_jour,
  heure: serie.heure,
  duree: serie.duree,
  fin_le: serie.fin_le ?? "",
  jours_feries: serie.jours_feries,
  exceptions: serie.exceptions.join(" "),
  statut: serie.statut,
  arretee_du: serie.arret?.du ?? "",
});
