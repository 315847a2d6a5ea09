import { parseDate } from "@internationalized/date";
import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { civilDay, startOfDay } from "@/lib/foundation/zoned";
import { termesOn } from "@/lib/intervenants/contrats/termes";
import { travelMinutes } from "@/lib/prestations/travail/trajet";
import {
  type Compte,
  comptesOf,
  type Pas,
  periodesOf,
  type TermesDuJour,
  type VisiteComptee,
} from "./compteur";
import { selectComptees, selectLieux, selectPersonnes, selectTenus } from "./compteur-store";
import type { CompteurShape, CompteursShape } from "./schemas";

type Asked = { agence_id?: number; intervenant_id?: number; pas: Pas; du?: string; au?: string };
type Personne = Awaited<ReturnType<typeof selectPersonnes>>[number];
type Row = Awaited<ReturnType<typeof selectComptees>>[number];
type Tenus = Awaited<ReturnType<typeof selectTenus>>;

/** Days at most: of an agency a quarter, of one person two years. */
const MOST_DAYS = { agency: 100, person: 740 };

/**
 * Hours of people period by period, in five statements whatever their number. Throws `notFound`, and `validation` on
 * dates in the wrong order or too far apart.
 */
export async function readCompteurs(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  asked: Asked,
): Promise<CompteursShape> {
  const own = scope.reach === "own" ? (scope.intervenantId ?? 0) : undefined;
  const people = await selectPersonnes(db, scope, { ...asked, intervenant_id: asked.intervenant_id ?? own });
  const [first] = people;
  if (!first) throw new Refused("notFound");
  const { fuseau } = first;
  const mine = people.filter(({ agenceId }) => agenceId === first.agenceId);
  const today = civilDay(ctx.now, fuseau);
  const du = asked.du ?? asked.au ?? today;
  const periodes = checked(asked, du, asked.au ?? du, mine.length === 1 && asked.agence_id === undefined);
  const span = { du: periodes[0]?.du ?? du, au: periodes.at(-1)?.au ?? du };
  const loaded = await loadAll(
    db,
    mine.map(({ id }) => id),
    { ...span, fuseau },
  );
  const results = mine.flatMap((person) => {
    const comptes = comptesOf(personOf(person, loaded, fuseau), periodes, asked.pas);
    return comptes.map((compte) => present(person, compte, ctx));
  });
  return { pas: asked.pas, ...span, fuseau, results, next: null, previous: null };
}

function checked({ pas }: Asked, du: string, au: string, isOne: boolean) {
  const refuse = (pointer: string) => {
    throw new Refused("validation", { errors: [{ pointer, code: "invalidDate" }] });
  };
  if (du < "1990-01-01" || au > "2200-12-31") refuse("/du");
  if (au < du) refuse("/au");
  const days = (Date.parse(au) - Date.parse(du)) / 86_400_000;
  if (days > (isOne ? MOST_DAYS.person : MOST_DAYS.agency)) refuse("/au");
  if (pas === "annee" && !isOne) refuse("/pas");
  return periodesOf(du, au, pas);
}

type Loaded = { visites: Map<number | null, VisiteComptee[]>; tenus: Tenus };

async function loadAll(
  db: Queryable,
  ids: readonly number[],
  { du, au, fuseau }: { du: string; au: string; fuseau: string },
): Promise<Loaded> {
  // Weeks that end in the first days begin before them.
  const debut = startOfDay(parseDate(du).subtract({ days: 6 }), fuseau);
  const fin = startOfDay(parseDate(au).add({ days: 1 }), fuseau);
  const [rows, tenus] = await Promise.all([
    selectComptees(db, { ids, debut, fin }),
    selectTenus(db, { ids, debut, fin, du, au }),
  ]);
  const lieux = await selectLieux(db, [...new Set(rows.map(({ adresseId }) => adresseId))]);
  const byPerson = Map.groupBy(rows, ({ intervenantId }) => intervenantId);
  return { visites: new Map([...byPerson].map(([id, list]) => [id, countedOf(list, lieux, fuseau)])), tenus };
}

function countedOf(
  rows: readonly Row[],
  lieux: Awaited<ReturnType<typeof selectLieux>>,
  fuseau: string,
): VisiteComptee[] {
  const place = ({ adresseId }: Row) => ({
    adresseId,
    latitude: lieux.get(adresseId)?.latitude ?? null,
    longitude: lieux.get(adresseId)?.longitude ?? null,
  });
  return rows.map((row, at) => {
    const before = rows[at - 1];
    const planned = (row.fin.getTime() - row.debut.getTime()) / 60_000;
    const isMade = ["realisee", "validee", "facturee"].includes(row.statut);
    return {
      id: row.id,
      debut: row.debut.getTime(),
      fin: row.fin.getTime(),
      jour: civilDay(row.debut, fuseau),
      trajetMin: before ? travelMinutes(place(before), place(row)) : 0,
      faitMin: isMade ? (row.pointee ?? row.validee ?? planned) : null,
    };
  });
}

function personOf(person: Personne, { visites, tenus }: Loaded, fuseau: string) {
  const terms = tenus.termes.filter(({ intervenantId }) => intervenantId === person.id);
  const away = tenus.away.filter(({ intervenantId }) => intervenantId === person.id);
  const file: TermesDuJour = {
    convention: person.convention,
    mode: "semaine",
    minutesSemaine: person.minutes,
    minutesAnnee: null,
  };
  return {
    visites: visites.get(person.id) ?? [],
    termes: (jour: string): TermesDuJour | undefined => {
      if (terms.length === 0) return file;
      const held = terms.filter(
        ({ contratDebut, contratFin }) => contratDebut <= jour && (contratFin === null || jour <= contratFin),
      );
      return termesOn(held, jour);
    },
    absent: (jour: string) => {
      if (away.length === 0) return false;
      const from = startOfDay(jour, fuseau);
      const until = startOfDay(parseDate(jour).add({ days: 1 }), fuseau);
      return away.some(({ debut, fin }) => debut <= from && fin >= until);
    },
  };
}

/** To an auditeur people are pseudonyms. */
function present({ id, prenom, nom }: Personne, compte: Compte, { actor }: Context): CompteurShape {
  const { contrat, prevu } = compte;
  return {
    intervenant_id: id,
    nom: actor.role === "auditeur" ? pseudonym("intervenant", id) : `${prenom} ${nom}`.trim(),
    du: compte.du,
    au: compte.au,
    visites: compte.visites,
    prevu_min: prevu,
    trajet_min: compte.trajet,
    travaille_min: compte.travaille,
    contrat_min: contrat,
    difference_min: contrat === null ? null : prevu - contrat,
    jours_absence: compte.absences,
    complementaires_min: compte.complementaires,
    complementaires_max_min: compte.complementairesMax,
    supplementaires_min: compte.supplementaires,
    depasse: compte.depasse,
  };
}
