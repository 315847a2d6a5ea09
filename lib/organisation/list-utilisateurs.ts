import { query } from "@/lib/foundation/operation";
import { presentUtilisateur } from "./present-utilisateur";
import { utilisateurList } from "./schemas-utilisateur";
import { listUtilisateurs as listRows } from "./utilisateur-store";

/** Accounts by name; `q` searches name and e-mail. */
export const listUtilisateurs = query({
  name: "utilisateur.list",
  input: utilisateurList,
  run: async ({ db, input }) => {
    const page = await listRows(db, input);
    return { ...page, results: page.results.map(presentUtilisateur) };
  },
});
