import type { adresses } from "../schema/clients";
import type { PlainInsert } from "../vault/open";
import type { Absence } from "./absences";
import { worker } from "./agenda";
import { addDays, addMinutes, instantAt, isHoliday, monthOf, weekday } from "./calendar";
import type { Client } from "./clients";
import type { Intervenant, Sectors } from "./intervenants";
import { at } from "./random";
import { durationOf, hasRegularVisits, type Passage } from "./tournees";
import { type Chantier, planVisit, type Visite } from "./visites";
import { agenceOf, localParts } from "./world";

type Adresse = PlainInsert<typeof adresses> & { id: number };
export type Monde = {
  workers: readonly Intervenant[];
  people: readonly Client[];
  homes: readonly Adresse[];
  absences: readonly Absence[];
  passages: readonly Passage[];
  sectors: Sectors;
};

/** The documented request: client 12 has this visit, and intervenant 5 is free at that hour. */
export const documented = { date: "2025-09-10", minute: 840, duree: 120 };

/** Everything that happened since four months and is planned for six weeks, all in state `planifiee`. */
export function makeVisites(chantier: Chantier, monde: Monde): Visite[] {
  reserveDocumentedSlot(chantier);
  blockAbsences(chantier, monde);
  const special = [
    documentedVisit(chantier, monde),
    ...monthsOfClient12(chantier, monde),
    ...fullDay(chantier, monde),
  ];
  const rounds = weeklyRounds(chantier, monde);
  const open = unassigned(chantier, monde);
  const started = [...special, ...rounds].some(
    ({ debut, fin }) => debut <= chantier.world.now && chantier.world.now < fin,
  );
  return [...special, ...rounds, ...open, ...(started ? [] : nightVisit(chantier, monde))];
}

function reserveDocumentedSlot({ agenda }: Chantier): void {
  const debut = instantAt(documented.date, documented.minute, "Europe/Paris");
  agenda.take(worker(5), addMinutes(debut, -60), addMinutes(debut, documented.duree + 60));
}

function blockAbsences({ agenda }: Chantier, { absences }: Monde): void {
  for (const absence of absences) {
    if (absence.statut === "approuvee")
      agenda.take(worker(absence.intervenantId), absence.debut, absence.fin);
  }
}

function documentedVisit(chantier: Chantier, monde: Monde): Visite {
  const { date, minute, duree } = documented;
  const other = monde.workers.find((person) => person.id !== 5 && canServeClient12(person, monde));
  const visit = other && planVisit(chantier, { ...fixed(monde, 12, other.id, 6), jour: date, minute, duree });
  if (!visit) throw new Error("the documented visit does not fit");
  return {
    ...visit,
    creeLe: instantAt("2025-09-01", 600, "Europe/Paris"),
    modifieLe: instantAt("2025-09-01", 600, "Europe/Paris"),
  };
}

/** Housekeeping in Paris, on Wednesdays, where client 12 lives. */
function canServeClient12(person: Intervenant, { homes, sectors }: Monde): boolean {
  const home = homes.find(({ clientId }) => clientId === 12);
  const near = sectors.get(person.id)?.has(home?.codePostal ?? "") ?? false;
  return person.agenceId === 1 && person.skills.includes(6) && person.days.includes(3) && near;
}

function fixed(monde: Monde, clientId: number, intervenantId: number, activiteId: number) {
  const home = monde.homes.find((candidate) => candidate.clientId === clientId && candidate.principale);
  return { agenceId: home?.agenceId ?? 1, clientId, intervenantId, activiteId, adresseId: home?.id ?? 0 };
}

/** Two cleanings a month in the three months that are closed and paid. */
function monthsOfClient12(chantier: Chantier, monde: Monde): Visite[] {
  const skilled = monde.workers.filter((person) => person.id !== 5 && canServeClient12(person, monde));
  return [-4, -3, -2].flatMap((shift) => {
    const month = monthOf(chantier.world.today, shift);
    return [7, 21].flatMap((day) => {
      const jour = firstWorkday(`${month}-${String(day).padStart(2, "0")}`);
      for (const person of skilled.filter(({ days }) => days.includes(weekday(jour)))) {
        const visit = planVisit(chantier, {
          ...fixed(monde, 12, person.id, 6),
          jour,
          minute: 840,
          duree: 120,
        });
        if (visit) return [visit];
      }
      return [];
    });
  });
}

function firstWorkday(date: string): string {
  let day = date;
  while (weekday(day) > 5 || isHoliday(day, "FR")) day = addDays(day, 1);
  return day;
}

/** Today of intervenant 5: four visits from morning to evening, whatever the day of the week. */
function fullDay(chantier: Chantier, monde: Monde): Visite[] {
  const day = [
    { clientId: 2, activiteId: 6, minute: 510, duree: 120 },
    { clientId: 3, activiteId: 14, minute: 660, duree: 60 },
    { clientId: 1, activiteId: 6, minute: 840, duree: 120 },
    { clientId: 4, activiteId: 12, minute: 1005, duree: 90 },
  ];
  const visits = day.flatMap(({ clientId, activiteId, minute, duree }) => {
    const jour = chantier.world.today;
    const visit = planVisit(chantier, { ...fixed(monde, clientId, 5, activiteId), jour, minute, duree });
    return visit ? [visit] : [];
  });
  // Nothing else today for them: the day is already full.
  chantier.agenda.take(
    worker(5),
    instantAt(chantier.world.today, 400, "Europe/Paris"),
    instantAt(chantier.world.today, 1300, "Europe/Paris"),
  );
  return visits;
}

function weeklyRounds(chantier: Chantier, monde: Monde): Visite[] {
  const { random, world } = chantier;
  const recent = addDays(world.today, -42);
  const last = addDays(world.today, 42);
  const byDay = Map.groupBy(
    monde.passages.map((passage, index) => ({ passage, index })),
    ({ passage }) => passage.jour,
  );
  const visits: Visite[] = [];
  for (let jour = `${monthOf(world.today, -4)}-01`; jour <= last; jour = addDays(jour, 1)) {
    const day = weekday(jour);
    const week = Math.floor((Date.parse(jour) / 86_400_000 + 3) / 7);
    for (const { passage, index } of byDay.get(day) ?? []) {
      const odd = passage.parite !== null && week % 2 !== passage.parite;
      const kept = random.chance(jour >= recent ? 0.96 : 0.42);
      const closed = passage.activiteId !== 3 && isHoliday(jour, agenceOf(passage.agenceId).pays);
      if (odd || !kept || closed) continue;
      const { agenceId, clientId, intervenantId, activiteId, adresseId } = passage;
      const place = { agenceId, clientId, intervenantId, activiteId, adresseId };
      const visit = planVisit(chantier, {
        ...place,
        jour,
        minute: passage.debut,
        duree: passage.duree,
        passage: index,
      });
      if (visit) visits.push(visit);
    }
  }
  return visits;
}

/** Fifteen visits to come that nobody has been given yet. */
function unassigned(chantier: Chantier, monde: Monde): Visite[] {
  const { random, world } = chantier;
  const visits: Visite[] = [];
  const candidates = monde.people.filter(hasRegularVisits);
  for (let attempt = 0; visits.length < 15 && attempt < 200; attempt += 1) {
    const client = random.pick(candidates);
    const activiteId = random.pick(client.besoins);
    const jour = workdayAfter(addDays(world.today, random.int(2, 24)), client.agenceId);
    const home = at(
      monde.homes.filter((candidate) => candidate.clientId === client.id),
      0,
    );
    const duree = Math.max(durationOf(activiteId, random), activiteId === 6 ? 120 : 60);
    const visit = planVisit(chantier, {
      agenceId: client.agenceId,
      clientId: client.id,
      intervenantId: null,
      activiteId,
      adresseId: home.id,
      jour,
      minute: random.int(17, 32) * 30,
      duree,
    });
    if (visit) visits.push({ ...visit, creeLe: addMinutes(world.now, -random.int(300, 9000)) });
  }
  return visits;
}

/** Somebody is always at work: outside the ordinary hours, an assistance that began half an hour ago. */
function nightVisit(chantier: Chantier, monde: Monde): Visite[] {
  const begun = addMinutes(chantier.world.now, -30 - (chantier.world.now.getUTCMinutes() % 15));
  const { date: jour, minutes: minute } = localParts(begun, "Europe/Paris");
  const able = monde.workers.filter(({ agenceId, skills }) => agenceId === 1 && skills.includes(3));
  const elders = monde.people.filter(({ agenceId, besoins }) => agenceId === 1 && besoins.includes(3));
  for (const person of able) {
    for (const client of elders) {
      const visit = planVisit(
        chantier,
        { ...fixed(monde, client.id, person.id, 3), jour, minute, duree: 120 },
        15,
      );
      if (visit) return [visit];
    }
  }
  return [];
}

export function workdayAfter(date: string, agenceId: number): string {
  const { jours, pays } = agenceOf(agenceId);
  let day = date;
  while (!jours.includes(weekday(day)) || isHoliday(day, pays)) day = addDays(day, 1);
  return day;
}

/** A visit on a free hour of one of the intervenants who can do it; null when the next weeks are full. */
export function findSlot(chantier: Chantier, monde: Monde, clientId: number, from: string): Visite | null {
  const client = at(monde.people, clientId - 1);
  const home = at(
    monde.homes.filter((candidate) => candidate.clientId === clientId),
    0,
  );
  for (const activiteId of client.besoins) {
    const able = monde.workers.filter(
      ({ id, agenceId, skills }) =>
        agenceId === client.agenceId &&
        skills.includes(activiteId) &&
        monde.sectors.get(id)?.has(home.codePostal),
    );
    const duree = activiteId === 6 ? 120 : durationOf(activiteId, chantier.random);
    for (let shift = 0; shift < 12; shift += 1) {
      const jour = workdayAfter(addDays(from, shift), client.agenceId);
      for (const person of able.filter(({ days }) => days.includes(weekday(jour)))) {
        for (let minute = 510; minute + duree <= 1110; minute += 30) {
          const place = {
            agenceId: client.agenceId,
            clientId,
            intervenantId: person.id,
            activiteId,
            adresseId: home.id,
          };
          const visit = planVisit(chantier, { ...place, jour, minute, duree }, 30);
          if (visit) return visit;
        }
      }
    }
  }
  return null;
}
