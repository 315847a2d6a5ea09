import { query } from "@/lib/foundation/operation";
import { presentSerie } from "./present";
import { serieList } from "./schemas";
import { listSeries as listRows } from "./store";

/** Series within reach, the latest first. */
export const listSeries = query({
  name: "serie.list",
  input: serieList,
  run: async ({ db, input, ctx, scope }) => {
    // A search by name would tell an auditeur whose pseudonym a row is.
    const q = ctx.actor.role === "auditeur" ? undefined : input.q;
    const page = await listRows(db, scope, { ...input, q }, ctx.now);
    return { ...page, results: page.results.map((file) => presentSerie(file, ctx)) };
  },
});
