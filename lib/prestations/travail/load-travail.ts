import { parseDate } from "@internationalized/date";
import type { Queryable } from "@/db/client";
import { isoWeek, mondayOf, startOfDay } from "@/lib/foundation/zoned";
import { findTermes } from "@/lib/intervenants/contrats/find-termes";
import { findAgenceDuTravail, findEcarts } from "@/lib/organisation/conventions/find-regles";
import type { Convention } from "@/lib/organisation/conventions/regle";
import { rulesOn } from "@/lib/organisation/conventions/rules-on";
import { ferieOn, type Lieu } from "@/lib/organisation/feries";
import { daysBetween, journees } from "../journee";
import { type Constat, controle } from "./controle";
import { travelMinutes } from "./trajet";
import type { Travail, VisiteTravail } from "./travail";
import { selectJours, selectVisites } from "./travail-store";

type Agence = { id: number; fuseau: string; convention: Convention } & Lieu;
type Asked = { ids: readonly number[]; du: string; au: string; exclure?: number };

/** A visit with where it is; travel is worked out once all of a day stand side by side. */
export type VisiteLieu = {
  id: number;
  debut: number;
  fin: number;
  adresseId: number;
  latitude: number | null;
  longitude: number | null;
};

export type TravailDe = { travail: Travail; visites: VisiteLieu[] };

/** Weeks on either side that the mean of twelve and a month's Sundays may need. */
const AROUND_WEEKS = 11;

/**
 * What people work around some days, with the rules of their contract on the first of them, in five statements whatever
 * their number. `du` and `au`: the civil days that are asked about.
 */
export async function loadTravail(
  db: Queryable,
  agence: Agence,
  { ids, du, au, exclure }: Asked,
): Promise<Map<number, TravailDe>> {
  if (ids.length === 0) return new Map();
  const first = parseDate(mondayOf(isoWeek(du)) as string);
  const last = parseDate(mondayOf(isoWeek(au)) as string).add({ weeks: 2 });
  const from = first.subtract({ weeks: 1 }).toString();
  const jours = journees(from, daysBetween(from, last.toString()), agence.fuseau);
  const at = (day: typeof first) => startOfDay(day, agence.fuseau);
  const near = { ids, exclure, debut: new Date(jours[0]?.debut ?? 0), fin: at(last) };
  const far = {
    ids,
    exclure,
    debut: at(first.subtract({ weeks: AROUND_WEEKS })),
    fin: at(last.add({ weeks: AROUND_WEEKS })),
  };
  const [visites, autour, termes] = await Promise.all([
    selectVisites(db, near),
    selectJours(db, far, agence.fuseau),
    findTermes(db, ids, { jour: du, convention: agence.convention }),
  ]);
  const used = [...new Set([...termes.values()].map(({ convention }) => convention))];
  const ecarts = await findEcarts(db, agence.id, used);
  const mine = Map.groupBy(visites, ({ intervenantId }) => intervenantId);
  return new Map(
    ids.map((id) => {
      const { convention, minutesSemaine } = termes.get(id) ?? {
        convention: agence.convention,
        minutesSemaine: 0,
      };
      const own = ecarts.filter((one) => one.convention === convention);
      const jeu = rulesOn(convention, du, own);
      const places = (mine.get(id) ?? []).map(({ debut, fin, intervenantId: _who, ...rest }) => ({
        ...rest,
        debut: debut.getTime(),
        fin: fin.getTime(),
      }));
      const travail: Travail = {
        jours,
        du,
        au,
        visites: withTravel(places),
        autour: autour.get(id) ?? new Map(),
        jeu,
        partiel: minutesSemaine > 0 && minutesSemaine < jeu.tempsPleinMin,
        estFerie: (jour) => ferieOn(jour, agence) !== undefined,
      };
      return [id, { travail, visites: places }];
    }),
  );
}

/** What stands against people's work on some days, by person; the agency's own clock, agreement and holidays. */
export async function constatsOf(
  db: Queryable,
  agenceId: number,
  asked: Asked,
): Promise<Map<number, Constat[]>> {
  if (asked.ids.length === 0) return new Map();
  const loaded = await loadTravail(db, await findAgenceDuTravail(db, agenceId), asked);
  return new Map([...loaded].map(([id, { travail }]) => [id, controle(travail)]));
}

/** Visits in order of time, each with the travel from the one before. */
export function withTravel(places: readonly VisiteLieu[]): VisiteTravail[] {
  const sorted = [...places].sort((a, b) => a.debut - b.debut);
  return sorted.map((one, at) => {
    const before = sorted[at - 1];
    const { id, debut, fin } = one;
    return { id, debut, fin, trajetMin: before ? travelMinutes(before, one) : 0 };
  });
}
