import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findDossier } from "./dossier-store";
import { presentDossier } from "./present";

/** One review with its state. Throws `notFound` when absent or out of reach. */
export const readAvis = query({
  name: "avis.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findDossier(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    return presentDossier(file, ctx);
  },
  reads: ({ id, agence_id }) => ({ type: "avis", id, agenceId: agence_id }),
});
