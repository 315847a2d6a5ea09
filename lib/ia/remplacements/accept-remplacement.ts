import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { openAbsence } from "@/lib/intervenants/find-absence";
import { replacePrestation } from "@/lib/prestations/replace-prestation";
import { suggesting } from "@/lib/prestations/slot-taken";
import { remplacementBody } from "./schemas";

/**
 * Gives one visit of an approved absence to somebody else, proposed or not, or leaves it open; the client and both
 * people are told. Throws `notFound`, `invalidTransition` when the absence is not approved, `proposalStale` when the
 * visit is no longer what the proposal saw, and what changing hands throws.
 */
export const acceptRemplacement = suggesting(
  command({
    name: "remplacement.accept",
    input: remplacementBody,
    run: async ({ db, input, ctx, scope }) => {
      const absence = await openAbsence(db, scope, input.id);
      if (absence.statut !== "approuvee")
        throw new Refused("invalidTransition", {
          params: { from: absence.statut, to: "remplacee", allowed: "approuvee" },
          extra: { allowed: ["approuvee"] },
        });
      const wanted = {
        id: input.prestation_id,
        version: input.version,
        intervenantId: input.intervenant_id,
      };
      const done = await replacePrestation(db, ctx, scope, { away: absence, wanted });
      return {
        change: {
          objet: { type: "prestation", id: wanted.id, version: done.version },
          agenceId: done.agenceId,
          data: done.facts,
        },
        result: done.prestation,
      };
    },
  }),
);
