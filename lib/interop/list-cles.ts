import { query } from "@/lib/foundation/operation";
import { listCles as listRows } from "./cle-store";
import { presentCle } from "./present-cle";
import { cleList } from "./schemas-cle";

/** Partner keys, newest first; of each secret only the beginning. */
export const listCles = query({
  name: "cle.list",
  input: cleList,
  run: async ({ db, input, ctx }) => {
    const page = await listRows(db, input);
    return { ...page, results: page.results.map((row) => presentCle(row, ctx.now)) };
  },
});
