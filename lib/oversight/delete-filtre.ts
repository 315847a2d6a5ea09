import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { deleteFiltreRow } from "./filtre-store";

/** Forgets one of the caller's filters. Throws `notFound`. */
export const deleteFiltre = command({
  name: "filtre.delete",
  input: byId,
  run: async ({ db, input, scope }) => {
    if (!(await deleteFiltreRow(db, scope, input.id))) throw new Refused("notFound");
    return { change: { objet: { type: "filtre", id: input.id } }, result: null };
  },
});
