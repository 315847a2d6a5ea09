import { command } from "@/lib/foundation/operation";
import { civilDay, daySpan, isoWeek, mondayOf } from "@/lib/foundation/zoned";
import { distanceKm } from "@/lib/prestations/creneaux";
import { type Besoin, findBesoin, findCandidats } from "@/lib/prestations/find-besoin";
import { overlaps } from "@/lib/prestations/journee";
import { brokenRules, type Candidat, minutesOf } from "@/lib/prestations/regles";
import { answerWith } from "./present";
import { insertRecommandation } from "./recommandation-store";
import { recommandationBody } from "./schemas";
import { confidenceOf, type Faits, modele, rankFaits } from "./score";
import { type Personne, selectPersonnes } from "./store";

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
    const monday = mondayOf(isoWeek(civilDay(new Date(visit.debut), visit.zone))) as string;
    const semaine = daySpan(monday, 7, visit.zone);
    const people = await selectPersonnes(db, { agenceId, semaine, exclure: input.prestation_id });
    const candidats = await findCandidats(db, besoin, {
      ids: [...people.keys()],
      exclure: input.prestation_id,
    });
    const judged = candidats.map((candidat) => ({ candidat, codes: codesOf(candidat, besoin) }));
    const faits = judged
      .filter(({ codes }) => codes.length === 0)
      .map(({ candidat }) => faitsOf(candidat, people.get(candidat.id) as Personne, besoin));
    const proposed = rankFaits(faits).slice(0, PROPOSED);
    const ecartes = judged
      .filter(({ codes }) => codes.length > 0)
      .sort(nearest)
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

/** What stands against somebody: a visit at that time, then every rule, warnings included. */
function codesOf(candidat: Candidat, { visit }: Besoin): string[] {
  const isTaken = candidat.visites.some((other) => overlaps(other, visit));
  const broken = brokenRules(visit, candidat).map(({ code }) => code as string);
  // Without the skill, nothing else matters.
  if (broken.includes("skillMissing")) return ["skillMissing", ...broken.filter((c) => c !== "skillMissing")];
  return isTaken ? ["slotTaken", ...broken] : broken;
}

function faitsOf(candidat: Candidat, person: Personne, { place, adresse, visit }: Besoin): Faits {
  return {
    id: candidat.id,
    visites: candidat.connu,
    km: distanceKm(candidat, adresse),
    minutesSemaine: person.minutesSemaine + minutesOf(visit),
    contratMinutes: person.contratMinutes,
    parleLangue: person.langues.includes(place.client.langue),
    moyenne: person.moyenne,
    avis: person.avis,
  };
}

type Judged = { candidat: Candidat; codes: string[] };

/** Those with the skill first, then those against whom least stands: a planner may still free them. */
function nearest(a: Judged, b: Judged): number {
  return (
    Number(b.candidat.competent) - Number(a.candidat.competent) ||
    a.codes.length - b.codes.length ||
    a.candidat.id - b.candidat.id
  );
}
