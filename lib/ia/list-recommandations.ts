import { query } from "@/lib/foundation/operation";
import { presentDossiers } from "./present";
import { listDossiers } from "./recommandation-store";
import { recommandationList } from "./schemas";

/** Proposals within reach with what was decided, the latest first. */
export const listRecommandations = query({
  name: "recommandation.list",
  input: recommandationList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listDossiers(db, scope, input);
    return { ...page, results: await presentDossiers(db, ctx, page.results) };
  },
});
