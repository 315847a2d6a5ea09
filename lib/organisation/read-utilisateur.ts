import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentUtilisateur } from "./present-utilisateur";
import { findUtilisateur } from "./utilisateur-store";

/** One account. The reading is written to the log. */
export const readUtilisateur = query({
  name: "utilisateur.read",
  input: byId,
  run: async ({ db, input }) => {
    const row = await findUtilisateur(db, input.id);
    if (!row) throw new Refused("notFound");
    return presentUtilisateur(row);
  },
  reads: (user) => ({ type: "utilisateur", id: user.id }),
});
