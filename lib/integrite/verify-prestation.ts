import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findPrestation, prestationFaults } from "./prestation-faults-store";
import type { Verification } from "./schemas";

/** One visit held against its clockings, its invoice and the log, now. Written to the log. Throws `notFound`. */
export const verifyPrestation = query({
  name: "integrite.verifyPrestation",
  input: byId,
  run: async ({ db, input, ctx, scope }): Promise<Verification> => {
    const visit = await findPrestation(db, scope, input.id);
    if (!visit) throw new Refused("notFound");
    const fautes = (await prestationFaults(db, visit.id)).map(({ faute }) => faute);
    return {
      type: "prestation",
      id: visit.id,
      agence_id: visit.agenceId,
      intact: fautes.length === 0,
      fautes,
      contenu_detruit_le: null,
      verifie_le: ctx.now.toISOString(),
    };
  },
  exports: ({ id, agence_id: agenceId, fautes }) => ({ type: "prestation", id, agenceId, data: { fautes } }),
});
