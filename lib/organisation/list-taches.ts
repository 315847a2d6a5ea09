import { query } from "@/lib/foundation/operation";
import { presentTache } from "./present-tache";
import { tacheList } from "./schemas-tache";
import { listTaches as listRows } from "./tache-store";

/** Long work asked for by the caller (everybody's for an admin), newest first. */
export const listTaches = query({
  name: "tache.list",
  input: tacheList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, input);
    return { ...page, results: page.results.map((row) => presentTache(row, ctx)) };
  },
});
