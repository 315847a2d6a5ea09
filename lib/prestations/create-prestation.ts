import { matchActivite, unknownActivity } from "@/lib/activites/match-activite";
import { command } from "@/lib/foundation/operation";
import { civilDay, instantOf } from "@/lib/foundation/zoned";
import { answerPrestation, tell } from "./answer-prestation";
import { findPlace } from "./place-prestation";
import { prestationBody } from "./schemas";
import { suggesting } from "./slot-taken";
import { bookPrestation } from "./write-prestation";

/**
 * Plans a visit, or records one of the past (`saisie_apres_coup`; the log says so). Throws `clientUnknown`,
 * `clientErased`, `unknownActivity`, `intervenantUnknown`, a rule's name, or `slotTaken` with `alternatives`.
 */
export const createPrestation = suggesting(
  command({
    name: "prestation.create",
    input: prestationBody,
    run: async ({ db, input, ctx, scope }) => {
      const [place, activite] = await Promise.all([
        findPlace(db, scope, input.client_id, input.adresse_id),
        matchActivite(db, input.type),
      ]);
      const { agence } = place;
      const debut = instantOf(input.date, agence.fuseau, "date");
      const jour = civilDay(debut, agence.fuseau);
      if (!activite) throw await unknownActivity(db, { agenceId: agence.id, jour });
      const dureeMin = Math.round(input.duree * 60);
      const intervenantId = input.intervenant_id ?? null;
      const asker = { staff: true, derogation: input.derogation };
      const { id, facts } = await bookPrestation(
        db,
        ctx,
        { place, activite, debut, dureeMin, intervenantId },
        asker,
        input.instructions,
      );
      const [result] = await Promise.all([
        answerPrestation(db, ctx, scope, id),
        tell(db, ctx, "prestation.creee", id),
      ]);
      const objet = { type: "prestation", id, version: 1 };
      return { change: { objet, agenceId: agence.id, data: facts }, result };
    },
  }),
);
