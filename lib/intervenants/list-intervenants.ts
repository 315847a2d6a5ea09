import { query } from "@/lib/foundation/operation";
import { nameless } from "@/lib/foundation/pseudonym";
import { presentIntervenant } from "./present";
import { intervenantList } from "./schemas";
import { listIntervenants as listRows } from "./store";

/** Intervenants within reach, by name; `competence` is an activity code, `code_postal` a place they serve. */
export const listIntervenants = query({
  name: "intervenant.list",
  input: intervenantList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, nameless(ctx, input));
    return { ...page, results: page.results.map((row) => presentIntervenant(row, ctx)) };
  },
});
