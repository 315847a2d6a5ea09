import { query } from "@/lib/foundation/operation";
import { listContrats as listRows } from "./contrat-store";
import { presentContrat } from "./present-contrat";
import { contratList } from "./schemas";

/** Contracts within reach, the latest first, each with its amendments. */
export const listContrats = query({
  name: "contrat.list",
  input: contratList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, input, ctx.now.toISOString().slice(0, 10));
    return { ...page, results: page.results.map((file) => presentContrat(file, ctx)) };
  },
  reads: (_page, { intervenant_id, agence_id }) => ({
    type: intervenant_id ? "intervenant" : "contrat",
    id: intervenant_id ?? "-",
    agenceId: agence_id,
  }),
});
