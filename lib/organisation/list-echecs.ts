import { query } from "@/lib/foundation/operation";
import { listEchecs as listRows } from "./echec-store";
import { presentEchec } from "./present-echec";
import { echecList } from "./schemas-echec";

/** Jobs whose tries are used up, newest failure first. */
export const listEchecs = query({
  name: "echec.list",
  input: echecList,
  run: async ({ db, input }) => {
    const page = await listRows(db, input);
    return { ...page, results: page.results.map(presentEchec) };
  },
});
