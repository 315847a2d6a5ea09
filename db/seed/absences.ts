import type { absences } from "../schema/intervenants";
import type { PlainInsert } from "../vault/open";
import { addDays, addMinutes, earliest, instantAt } from "./calendar";
import type { Intervenant } from "./intervenants";
import { dice } from "./random";
import { agenceOf, type World } from "./world";

export type Absence = PlainInsert<typeof absences>;

/** Leave that was granted, asked for, or refused; never for intervenant 5, whose week must be full. */
export function makeAbsences(workers: readonly Intervenant[], world: World): Absence[] {
  const random = dice("absences");
  const rows: Absence[] = [];
  for (const worker of workers.filter(({ id }) => id !== 5 && random.chance(0.4))) {
    const zone = agenceOf(worker.agenceId).fuseau;
    const start = addDays(world.today, random.int(-35, 35));
    const statut =
      start > world.today ? random.pick(["demandee", "approuvee", "demandee"] as const) : "approuvee";
    const type = random.pick(["conge", "conge", "maladie", "formation"] as const);
    const days = type === "conge" ? random.int(3, 8) : random.int(1, 3);
    const asked = addMinutes(instantAt(start, 600, zone), -random.int(8, 25) * 1440);
    const known = asked > world.now ? addMinutes(world.now, -random.int(120, 2880)) : asked;
    const decided = addMinutes(known, random.int(60, 2000));
    rows.push({
      id: rows.length + 1,
      intervenantId: worker.id,
      debut: instantAt(start, 480, zone),
      fin: instantAt(addDays(start, days - 1), 1140, zone),
      type,
      statut,
      motif:
        type === "formation" ? "Gestes et postures" : type === "maladie" ? "Arrêt de travail transmis" : "",
      decideLe: statut === "demandee" ? null : earliest(decided, world.now),
      creeLe: known,
    });
  }
  return rows;
}
