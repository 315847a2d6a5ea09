import { query } from "@/lib/foundation/operation";
import { openParametre } from "./open-parametre";
import { byParametre } from "./schemas-parametre";

/** One setting, of the product or of an agency. Throws `notFound` where an agency cannot have its own. */
export const readParametre = query({
  name: "parametre.read",
  input: byParametre,
  run: ({ db, input }) => openParametre(db, input.cle, input.agence_id),
});
