import type { Adresse, Client } from "./clients";
import type { Intervenant } from "./intervenants";
import { agencySizes } from "./personnes";
import { type Dice, dice } from "./random";

/** One visit of the ordinary week: who, where, what, when (minutes after local midnight). */
export type Passage = {
  agenceId: number;
  intervenantId: number;
  clientId: number;
  adresseId: number;
  activiteId: number;
  jour: number;
  debut: number;
  duree: number;
  /** Every week, or every other week (odd 1, even 0). */
  parite: number | null;
};

const durations: Record<number, readonly number[]> = {
  1: [120, 180, 240],
  2: [60, 90],
  3: [60, 90, 120],
  4: [60, 90],
  5: [90, 120],
  6: [120, 120, 180],
  7: [90, 120, 180],
  8: [60, 90, 120],
  9: [120, 180],
  10: [60, 90],
  12: [60, 90],
  14: [60, 90],
  15: [60],
  16: [60, 90],
  19: [60, 90],
  20: [60],
};

export function durationOf(activiteId: number, random: Dice): number {
  return random.pick(durations[activiteId] ?? [60]);
}

/** New clients have had no visit yet; client 12 is left to the documented requests. */
export function hasRegularVisits(client: Client): boolean {
  const last = agencySizes.clients.slice(0, client.agenceId).reduce((sum, size) => sum + size, 0);
  return client.id !== 12 && client.id <= last - 5;
}

/** The ordinary week of every intervenant: rounds of two or three visits a day, with time to travel between. */
export function makeTournees(
  workers: readonly Intervenant[],
  people: readonly Client[],
  homes: readonly Adresse[],
): Passage[] {
  const random = dice("tournees");
  const passages: Passage[] = [];
  const load = new Map<number, number>();
  for (const worker of workers) {
    for (const jour of worker.days) {
      let debut = random.pick([480, 510, 540]);
      const visits = worker.contratMinutesSemaine === 2100 ? random.pick([2, 3, 3]) : 2;
      for (let rank = 0; rank < visits; rank += 1) {
        const passage = choose(worker, jour, debut, { people, homes, passages, load, random });
        if (!passage) continue;
        passages.push(passage);
        load.set(passage.clientId, (load.get(passage.clientId) ?? 0) + 1);
        debut = nextStart(passage.debut + passage.duree, random);
        if (debut > 960) break;
      }
    }
  }
  return passages;
}

/** Half an hour at least on the road; lunch when the morning is over. */
function nextStart(end: number, random: Dice): number {
  const ready = end + random.pick([30, 45, 60]);
  const afterLunch = end >= 690 && end < 810 ? Math.max(ready, end + 75) : ready;
  return Math.ceil(afterLunch / 15) * 15;
}

type Choice = {
  people: readonly Client[];
  homes: readonly Adresse[];
  passages: readonly Passage[];
  load: Map<number, number>;
  random: Dice;
};

function choose(worker: Intervenant, jour: number, debut: number, choice: Choice): Passage | null {
  const { people, homes, passages, load, random } = choice;
  const activiteId = random.pick(worker.skills);
  const duree = durationOf(activiteId, random);
  const busy = new Set(
    passages
      .filter(
        (other) =>
          other.jour === jour && other.debut < debut + duree + 30 && debut < other.debut + other.duree + 30,
      )
      .map((other) => other.clientId),
  );
  const candidates = people.filter(
    (client) =>
      client.agenceId === worker.agenceId &&
      hasRegularVisits(client) &&
      client.besoins.some((need) => worker.skills.includes(need)) &&
      !busy.has(client.id),
  );
  const best = candidates
    .map((client) => ({ client, cost: (load.get(client.id) ?? 0) * 1.2 + distance(worker, client, homes) }))
    .sort((a, b) => a.cost - b.cost || a.client.id - b.client.id)[0];
  if (!best) return null;
  const { client } = best;
  const need =
    client.besoins.includes(activiteId) && client.id !== 1
      ? activiteId
      : (client.besoins.find((wanted) => worker.skills.includes(wanted)) ?? activiteId);
  const own = homes.filter((home) => home.clientId === client.id);
  return {
    agenceId: worker.agenceId,
    intervenantId: worker.id,
    clientId: client.id,
    adresseId: (random.chance(0.85) ? own[0] : random.pick(own))?.id ?? 0,
    activiteId: need,
    jour,
    debut,
    duree: need === 8 ? Math.min(duree, 120) : need === 6 ? Math.max(duree, 120) : duree,
    parite: random.chance(0.2) ? random.int(0, 1) : null,
  };
}

/** Rough kilometres between two homes, divided so that three of them weigh as much as one more visit. */
function distance(worker: Intervenant, client: Client, homes: readonly Adresse[]): number {
  const home = homes.find((candidate) => candidate.clientId === client.id);
  const north = ((home?.latitude ?? 0) - (worker.latitude ?? 0)) * 111;
  const east = ((home?.longitude ?? 0) - (worker.longitude ?? 0)) * 75;
  return Math.hypot(north, east) / 3;
}
