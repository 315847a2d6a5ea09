import { command } from "@/lib/foundation/operation";
import { findBesoin } from "@/lib/prestations/find-besoin";
import { judge } from "./judge";
import { answerWith } from "./present";
import { insertRecommandation } from "./recommandation-store";
import { recommandationBody } from "./schemas";
import { confidenceOf, modele } from "./score";

const PROPOSED = 5;
const PUT_ASIDE = 20;

/**
 * Proposes who could make a visit, with reasons, and keeps the proposal until a person decides. Nobody is assigned.
 * Throws as `findBesoin` does.
 */
export const createRecommandation = command({
  name: "recommandation.create",
  input: recommandationBody,
  run: async ({ db, input, ctx, scope }) => {
    const besoin = await findBesoin(db, scope, input);
    const { place, activite, visit } = besoin;
    const agenceId = place.agence.id;
    const judged = await judge(db, besoin, { exclure: input.prestation_id });
    const proposed = judged.proposed.slice(0, PROPOSED);
    const ecartes = judged.aside
      .slice(0, PUT_ASIDE)
      .map(({ candidat, codes }) => ({ intervenant_id: candidat.id, regle: codes[0] as string }));
    const id = await insertRecommandation(db, {
      agenceId,
      clientId: place.client.id,
      activiteId: activite.id,
      prestationId: input.prestation_id ?? null,
      debut: new Date(visit.debut),
      fin: new Date(visit.fin),
      modele: modele.nom,
      modeleVersion: modele.version,
      confiance: confidenceOf(proposed),
      propositions: proposed.map(({ id: who, score, facteurs }) => ({
        intervenant_id: who,
        score,
        facteurs,
      })),
      ecartes,
      demandePar: ctx.actor.id,
      creeLe: ctx.now,
    });
    return {
      change: {
        objet: { type: "recommandation", id },
        agenceId,
        data: {
          client_id: place.client.id,
          prestation_id: input.prestation_id ?? null,
          modele: `${modele.nom} ${modele.version}`,
          intervenants: proposed.map((one) => one.id),
        },
      },
      result: await answerWith(db, ctx, scope, id),
    };
  },
});
