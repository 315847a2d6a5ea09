import type { series } from "../schema/prestations";
import type { PlainInsert } from "../vault/open";
import { addDays, clock } from "./calendar";
import { dice } from "./random";
import type { Passage } from "./tournees";
import type { Visite } from "./visites";
import type { World } from "./world";

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Turns some of the weekly rounds into recurring series and links their visits to them. */
export function makeSeries(visits: readonly Visite[], passages: readonly Passage[], world: World) {
  const random = dice("series");
  const weekly = passages
    .map((passage, index) => ({ passage, index }))
    .filter(({ passage }) => passage.parite === null);
  const rows: PlainInsert<typeof series>[] = [];
  const byPassage = Map.groupBy(visits, (visit) => visit.passage);
  for (const { passage, index } of random.sample(weekly, 36)) {
    const own = byPassage.get(index) ?? [];
    const [first] = own;
    if (!first) continue;
    const id = rows.length + 1;
    const finLe = random.chance(0.2) ? addDays(world.today, 180) : null;
    rows.push({
      id,
      agenceId: passage.agenceId,
      clientId: passage.clientId,
      activiteId: passage.activiteId,
      intervenantId: passage.intervenantId,
      adresseId: passage.adresseId,
      rrule: `FREQ=WEEKLY;BYDAY=${days[passage.jour - 1]}`,
      premierJour: first.jour,
      heure: clock(passage.debut),
      joursFeries: passage.activiteId === 3 ? "maintenir" : "sauter",
      dureeMin: passage.duree,
      finLe,
      dernierJour: finLe,
      creeLe: first.creeLe,
      modifieLe: first.creeLe,
    });
    for (const visit of own) {
      visit.serieId = id;
      visit.serieJour = visit.jour;
    }
  }
  return rows;
}
