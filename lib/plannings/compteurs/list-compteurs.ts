import { query } from "@/lib/foundation/operation";
import { readCompteurs } from "./read-compteurs";
import { compteurList } from "./schemas";

/** Hours planned, worked and due by day, week, month or year. Throws as `readCompteurs` does. */
export const listCompteurs = query({
  name: "compteur.list",
  input: compteurList,
  run: ({ db, input, ctx, scope }) => readCompteurs(db, ctx, scope, input),
  reads: ({ du, au }, { intervenant_id, agence_id }) => ({
    type: intervenant_id ? "intervenant" : "agence",
    id: intervenant_id ?? agence_id ?? "-",
    agenceId: agence_id,
    data: { du, au },
  }),
});
