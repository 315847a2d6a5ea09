import type { prestations } from "../schema/prestations";
import type { PlainInsert } from "../vault/open";
import { type Agenda, household, worker } from "./agenda";
import { addMinutes, instantAt } from "./calendar";
import { priceOf } from "./cents";
import type { Dice } from "./random";
import type { PriceBook } from "./tarifs";
import { agenceOf, type World } from "./world";

type Row = PlainInsert<typeof prestations>;

/** A prestation with what the other parts want to know of it; ids are given at the end, by date. */
export type Visite = Row & {
  intervenantId: number | null;
  statut: NonNullable<Row["statut"]>;
  creeLe: Date;
  version: number;
  fraisAnnulation: number;
  /** Local date and minutes after midnight. */
  jour: string;
  minute: number;
  duree: number;
  /** Index of the weekly round it comes from, when there is one. */
  passage: number | null;
};

export type NouvelleVisite = Pick<
  Visite,
  "agenceId" | "clientId" | "intervenantId" | "activiteId" | "adresseId"
> & {
  jour: string;
  minute: number;
  duree: number;
  passage?: number | null;
};

export type Chantier = { world: World; agenda: Agenda; prices: PriceBook; random: Dice };

/** Adds a visit in state `planifiee` when both people are free, with the price of its day; null when they are not. */
export function planVisit(chantier: Chantier, visite: NouvelleVisite, marge = 0): Visite | null {
  const { agenda, prices, random, world } = chantier;
  const { fuseau, devise } = agenceOf(visite.agenceId);
  const debut = instantAt(visite.jour, visite.minute, fuseau);
  const fin = addMinutes(debut, visite.duree);
  const people = [
    household(visite.clientId),
    ...(visite.intervenantId ? [worker(visite.intervenantId)] : []),
  ];
  if (people.some((person) => !agenda.isFree(person, debut, fin, marge))) return null;
  for (const person of people) agenda.take(person, debut, fin);
  const prix = prices(visite.agenceId, visite.activiteId, visite.jour);
  const created = addMinutes(debut, -21 * 1440 - random.int(0, 60));
  const creeLe = created < world.now ? created : addMinutes(world.now, -random.int(15 * 1440, 25 * 1440));
  return {
    ...visite,
    id: 0,
    serieId: null,
    serieJour: null,
    debut,
    fin,
    statut: "planifiee",
    ...prix,
    prixTtc: priceOf(prix.prixHoraireTtc, visite.duree, prix.minimumMin),
    devise,
    dureeFactureeMin: null,
    instructions: "",
    noteIntervenant: "",
    annulationMotif: "",
    annuleePar: null,
    annuleeLe: null,
    fraisAnnulation: 0,
    valideeLe: null,
    creeLe,
    modifieLe: creeLe,
    version: 1,
    passage: visite.passage ?? null,
  };
}
