import type { pointages } from "../schema/prestations";
import type { PlainInsert } from "../vault/open";
import { addMinutes, earliest } from "./calendar";
import { half, priceOf } from "./cents";
import type { Adresse } from "./clients";
import { instructions, motifsAnnulation, notesIntervenant } from "./data/phrases";
import { type Dice, dice } from "./random";
import { gestionnaireOf } from "./utilisateurs";
import type { Visite } from "./visites";
import type { World } from "./world";

export type Pointage = PlainInsert<typeof pointages>;

/** Moves every visit to the state that it would have at the demonstration's moment. */
export function settleStates(visits: readonly Visite[], world: World, accounts: Map<number, number>): void {
  const random = dice("etats");
  const toValidate = visits
    .filter(({ clientId, fin }) => clientId === 1 && fin < addMinutes(world.now, -60))
    .reduce<Visite | undefined>((last, visit) => (last && last.fin > visit.fin ? last : visit), undefined);
  for (const visit of visits) {
    if (random.chance(0.2)) visit.instructions = random.pick(instructions);
    settle(visit, world, accounts, random);
  }
  // The demonstration's client has one finished visit to approve.
  if (toValidate) unvalidate(toValidate);
}

function unvalidate(visit: Visite): void {
  visit.dureeFactureeMin = null;
  visit.prixTtc = priceOf(visit.prixHoraireTtc, visit.duree, visit.minimumMin);
  visit.valideeLe = null;
  move(visit, "realisee", 4, visit.fin);
}

function settle(visit: Visite, world: World, accounts: Map<number, number>, random: Dice): void {
  // Drawn for every visit, so that one more state never changes the visits that follow.
  const draw = random.int(1, 100);
  const ageMinutes = (world.now.getTime() - visit.fin.getTime()) / 60_000;
  if (visit.id === 7 || visit.intervenantId === null) return;
  if (isKept(visit) && ageMinutes > -20 * 1440 && draw <= 4) {
    cancel(visit, world, accounts, random);
    return;
  }
  if (visit.debut > world.now || isLastOfFullDay(visit, world)) {
    const soon = ageMinutes > -10 * 1440;
    if (soon ? draw <= 82 : draw <= 40) move(visit, "confirmee", 2, addMinutes(visit.creeLe, 90));
    if (isFullDay(visit, world)) move(visit, "confirmee", 2, addMinutes(visit.creeLe, 90));
    return;
  }
  if (visit.fin > world.now) {
    move(visit, "en_cours", 3, visit.debut);
    return;
  }
  const waits = visit.clientId !== 1 && ageMinutes < 9 * 1440 && draw > 70;
  if (ageMinutes < 20 * 60 || waits) move(visit, "realisee", 4, visit.fin);
  else validate(visit, world, random);
  if (random.chance(0.15)) visit.noteIntervenant = random.pick(notesIntervenant);
}

function isKept(visit: Visite): boolean {
  return visit.clientId !== 12 && visit.clientId !== 1 && visit.passage !== null;
}

function isFullDay(visit: Visite, world: World): boolean {
  return visit.intervenantId === 5 && visit.jour === world.today;
}

/** The evening visit of intervenant 5 still waits for its check-in, however late it is. */
function isLastOfFullDay(visit: Visite, world: World): boolean {
  return isFullDay(visit, world) && visit.minute >= 1000;
}

function move(visit: Visite, statut: Visite["statut"], version: number, when: Date): void {
  visit.statut = statut;
  visit.version = version;
  visit.modifieLe = when;
}

/** Billed time is the planned one, now and then a quarter of an hour away from it. */
function validate(visit: Visite, world: World, random: Dice): void {
  const drift = random.int(1, 100);
  const billed = visit.duree + (drift <= 5 ? 15 : drift <= 8 && visit.duree >= 90 ? -15 : 0);
  visit.dureeFactureeMin = Math.max(billed, visit.minimumMin);
  visit.prixTtc = priceOf(visit.prixHoraireTtc, billed, visit.minimumMin);
  visit.valideeLe = earliest(addMinutes(visit.fin, random.int(60, 1100)), world.now);
  move(visit, "validee", 5, visit.valideeLe);
}

function cancel(visit: Visite, world: World, accounts: Map<number, number>, random: Dice): void {
  const byClient = random.chance(0.65);
  const noticeHours = random.pick([3, 12, 20, 48, 72, 120]);
  const wished = addMinutes(visit.debut, -noticeHours * 60);
  const when = earliest(wished, addMinutes(world.now, -random.int(30, 600)));
  const late = byClient && visit.debut.getTime() - when.getTime() < 24 * 3_600_000;
  visit.annulationMotif = random.pick(byClient ? motifsAnnulation.client : motifsAnnulation.agence);
  visit.annuleePar = (byClient && accounts.get(visit.clientId)) || gestionnaireOf(visit.agenceId);
  visit.annuleeLe = when;
  // A fee is taken in France only, half the price under 24 hours' notice.
  visit.fraisAnnulation = late && visit.agenceId !== 3 ? half(visit.prixTtc) : 0;
  move(visit, "annulee", 3, when);
}

/** Check-ins and check-outs a few minutes off the plan, near the door. */
export function makePointages(visits: readonly Visite[], homes: readonly Adresse[]): Pointage[] {
  const random = dice("pointages");
  const rows: Pointage[] = [];
  const add = (visit: Visite, type: Pointage["type"], horodatage: Date) => {
    const home = homes[visit.adresseId - 1];
    const shift = () => random.int(-30, 30) / 100_000;
    const phone = random.chance(0.93);
    rows.push({
      id: rows.length + 1,
      prestationId: visit.id ?? 0,
      intervenantId: visit.intervenantId ?? 0,
      type,
      horodatage,
      recuLe: addMinutes(horodatage, phone ? 0 : random.int(60, 400)),
      latitude: phone && home?.latitude ? round(home.latitude + shift()) : null,
      longitude: phone && home?.longitude ? round(home.longitude + shift()) : null,
      source: phone ? "telephone" : "gestionnaire",
    });
  };
  for (const visit of visits) {
    if (!["en_cours", "realisee", "validee", "facturee"].includes(visit.statut)) continue;
    add(visit, "arrivee", addMinutes(visit.debut, random.int(-4, 8)));
    if (visit.statut === "en_cours") continue;
    const drift = (visit.dureeFactureeMin ?? visit.duree) - visit.duree;
    add(visit, "depart", addMinutes(visit.fin, drift + random.int(-3, 7)));
  }
  return rows;
}

function round(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}
