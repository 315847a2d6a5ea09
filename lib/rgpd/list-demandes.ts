import { query } from "@/lib/foundation/operation";
import { listDemandes as listRows } from "./demande-store";
import { presentDemande } from "./present";
import { demandeList } from "./schemas";

/** The register of rights requests within reach: one's own, an agency's, or all of it under pseudonyms. */
export const listDemandes = query({
  name: "rgpd.list",
  input: demandeList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, input);
    return { ...page, results: page.results.map((file) => presentDemande(file, ctx)) };
  },
});
