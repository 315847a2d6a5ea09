import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { clesParametre, parametresConnus } from "@/lib/foundation/parametres";
import { agenceExists, selectParametres } from "./parametre-store";
import { presentParametre } from "./present-parametre";
import { parametreList } from "./schemas-parametre";

/** Every setting of the product, or those that an agency may have for itself. Throws `notFound` for an unknown one. */
export const listParametres = query({
  name: "parametre.list",
  input: parametreList,
  run: async ({ db, input: { agence_id: agenceId } }) => {
    if (agenceId !== undefined && !(await agenceExists(db, agenceId))) throw new Refused("notFound");
    const rows = await selectParametres(db, agenceId);
    const cles = clesParametre.filter((cle) => agenceId === undefined || parametresConnus[cle].parAgence);
    return { results: cles.map((cle) => presentParametre(cle, agenceId, rows)) };
  },
});
