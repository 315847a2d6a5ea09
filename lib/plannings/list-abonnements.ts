import { query } from "@/lib/foundation/operation";
import { MOST_ABONNEMENTS, presentAbonnement } from "./abonnement";
import { selectAbonnements } from "./abonnement-store";
import { type Abonnements, abonnementList } from "./schemas-abonnement";

/** The caller's own calendar addresses, without their secrets, and when each was last read. */
export const listAbonnements = query({
  name: "abonnement.list",
  input: abonnementList,
  run: async ({ db, scope }): Promise<Abonnements> => {
    const rows = await selectAbonnements(db, scope.utilisateurId ?? 0);
    return {
      results: rows.map(presentAbonnement),
      reste: Math.max(0, MOST_ABONNEMENTS - rows.length),
    };
  },
});
