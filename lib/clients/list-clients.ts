import { query } from "@/lib/foundation/operation";
import { nameless } from "@/lib/foundation/pseudonym";
import { presentClientSummary } from "./present";
import { clientList } from "./schemas";
import { listClients as listRows } from "./store";

/** Clients within reach, by name; `q` searches name, e-mail and phone. */
export const listClients = query({
  name: "client.list",
  input: clientList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, ctx.now, nameless(ctx, input));
    return { ...page, results: page.results.map((row) => presentClientSummary(row, ctx)) };
  },
});
