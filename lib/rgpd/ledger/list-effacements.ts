import { query } from "@/lib/foundation/operation";
import { listEffacements as listRows } from "./ledger-store";
import { type Effacement, effacementList } from "./schemas";

/** The ledger of erasures: numbers and dates, nobody's name. */
export const listEffacements = query({
  name: "effacement.list",
  input: effacementList,
  run: async ({ db, input }) => {
    const page = await listRows(db, input);
    const results = page.results.map(
      (row): Effacement => ({
        uid: row.uid,
        sujet_type: row.sujetType,
        sujet_id: row.sujetId,
        efface_le: row.effaceLe.toISOString(),
        motif: row.motif,
        demande_id: row.demandeId,
      }),
    );
    return { ...page, results };
  },
});
