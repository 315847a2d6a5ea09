import { query } from "@/lib/foundation/operation";
import { presentProgrammation } from "./present-programmation";
import { listProgrammations as listRows, namesOf } from "./programmation-store";
import { programmationList } from "./schemas-programmation";

/** Reports that go out by themselves, of the caller's agencies. */
export const listProgrammations = query({
  name: "programmation.list",
  input: programmationList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, input);
    const ids = [...new Set(page.results.flatMap(({ destinataires }) => destinataires))];
    const names = await namesOf(db, ids);
    return { ...page, results: page.results.map((row) => presentProgrammation(row, names, ctx)) };
  },
});
