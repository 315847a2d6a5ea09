import { query } from "@/lib/foundation/operation";
import { presentDefinitions, presentSummary } from "./present-rapport";
import { listRapports as listRows } from "./rapport-store";
import { rapportList } from "./schemas-rapport";

/** Reports already run within reach, the latest first, and what can be asked for. */
export const listRapports = query({
  name: "rapport.list",
  input: rapportList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, ctx.now, input);
    const results = page.results.map((row) => presentSummary(row, ctx));
    return { ...page, results, definitions: presentDefinitions(ctx) };
  },
});
