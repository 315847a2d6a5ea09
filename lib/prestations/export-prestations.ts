import { query } from "@/lib/foundation/operation";
import { wholeList } from "@/lib/foundation/whole-list";
import { activiteOf } from "./list-prestations";
import { presentPrestation } from "./present";
import { type Prestation, prestationList } from "./schemas";
import { listPrestations as listRows } from "./store";

/** Visits within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportPrestations = query({
  name: "prestation.export",
  input: prestationList,
  run: async ({ db, input, ctx, scope }) => {
    const activiteId = await activiteOf(db, input.type);
    // A search by name would tell an auditeur whose pseudonym a row is.
    const q = ctx.actor.role === "auditeur" ? undefined : input.q;
    return wholeList(async (part) => {
      const page = await listRows(db, scope, { ...input, q, activiteId, now: ctx.now, ...part });
      return { ...page, results: page.results.map((file) => flat(presentPrestation(file, ctx))) };
    });
  },
  exports: ({ rows }) => ({ type: "prestation", id: "-", data: { lignes: rows.length } }),
});

export type VisitRow = ReturnType<typeof flat>;

const flat = (visit: Prestation) => ({
  id: visit.id,
  date: visit.date,
  fin: visit.fin,
  duree: visit.duree,
  statut: visit.statut,
  client_id: visit.client_id,
  client: visit.client.nom,
  type: visit.type,
  libelle: visit.libelle,
  intervenant_id: visit.intervenant_id ?? "",
  intervenant: visit.intervenant ? `${visit.intervenant.prenom} ${visit.intervenant.nom}`.trim() : "",
  code_postal: visit.adresse?.code_postal ?? "",
  commune: visit.adresse?.commune ?? "",
  duree_facturee: visit.duree_facturee ?? "",
  prix_ttc: visit.prix_ttc,
  devise: visit.devise,
});
