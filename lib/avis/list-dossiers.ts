import { query } from "@/lib/foundation/operation";
import { listDossiers as listRows } from "./dossier-store";
import { presentDossier } from "./present";
import { avisDossierList } from "./schemas";

/** Reviews in every state: a client's own, an agency's to moderate. The latest first. */
export const listDossiers = query({
  name: "avis.listDossiers",
  input: avisDossierList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, input);
    return { ...page, results: page.results.map((file) => presentDossier(file, ctx)) };
  },
});
