import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { type FieldError, Refused } from "@/lib/foundation/errors";
import { civilDay } from "@/lib/foundation/zoned";
import { type Constat, controle, worsened } from "./controle";
import { loadTravail, type TravailDe, type VisiteLieu, withTravel } from "./load-travail";
import { constatWords } from "./words";

type Agence = Parameters<typeof loadTravail>[1];
type Wanted = {
  debut: number;
  fin: number;
  lieu: Omit<VisiteLieu, "id" | "debut" | "fin">;
  exclure?: number;
  /** Visits that each is meant to get besides, by person. */
  avec?: ReadonlyMap<number, readonly VisiteLieu[]>;
};

/** A visit that does not exist yet is known by this number in findings. */
export const NEW_VISIT = 0;

/** What each of these people would do against the rules by making the visit, that they do not do without it. */
export async function constatsFor(
  db: Queryable,
  agence: Agence,
  ids: readonly number[],
  wanted: Wanted,
): Promise<Map<number, Constat[]>> {
  const du = civilDay(new Date(wanted.debut), agence.fuseau);
  const au = civilDay(new Date(Math.max(wanted.debut, wanted.fin - 1)), agence.fuseau);
  const week = weekAround(du, au);
  const loaded = await loadTravail(db, agence, { ids, ...week, exclure: wanted.exclure });
  return new Map(
    [...loaded].map(([id, one]) => [
      id,
      added(withVisits(one, wanted.avec?.get(id) ?? [], agence.fuseau), wanted),
    ]),
  );
}

/** Rules look at the day before and after a visit too. */
function weekAround(du: string, au: string) {
  const shift = (jour: string, days: number) =>
    new Date(Date.parse(`${jour}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return { du: shift(du, -1), au: shift(au, 1) };
}

/** A person's work as if these visits were theirs: near ones one by one, far ones by the minutes of their day. */
function withVisits(one: TravailDe, more: readonly VisiteLieu[], fuseau: string): TravailDe {
  if (more.length === 0) return one;
  const { travail } = one;
  const first = travail.jours[0]?.debut ?? 0;
  const last = travail.jours.at(-1)?.fin ?? 0;
  const near = more.filter(({ debut }) => debut >= first && debut < last);
  const autour = new Map(travail.autour);
  for (const { debut, fin } of more) {
    const jour = civilDay(new Date(debut), fuseau);
    autour.set(jour, (autour.get(jour) ?? 0) + (fin - debut) / 60_000);
  }
  const visites = [...one.visites, ...near];
  return { travail: { ...travail, autour, visites: withTravel(visites) }, visites };
}

function added({ travail, visites }: TravailDe, { debut, fin, lieu, exclure }: Wanted): Constat[] {
  const visit: VisiteLieu = { id: exclure ?? NEW_VISIT, debut, fin, ...lieu };
  const after = { ...travail, visites: withTravel([...visites, visit]) };
  return worsened(controle(travail), controle(after));
}

/** What the refusal of findings carries: each rule with its figure, its limit and its text. */
export const presentConstats = (constats: readonly Constat[]) =>
  constats.map(({ code, severite, mesure, limite, unite, article, jour, visites, derogeable }) => ({
    regle: code,
    severite,
    mesure,
    limite,
    unite,
    article,
    jour,
    visites: visites.filter((id) => id !== NEW_VISIT),
    derogation_possible: derogeable,
  }));

export type Verdict = { derogations: string[]; avertissements: string[] };

/**
 * Lets a change pass or not. What blocks is refused unless the agreement lets a written reason pass all of it; what
 * warns passes and is told. `asker.staff` false: to a client, why somebody is not free is that person's own business.
 */
export function judgeTravail(
  constats: readonly Constat[],
  asker: { staff: boolean; derogation: string },
  { past, locale }: { past: boolean; locale: Context["locale"] },
): Verdict {
  const blocks = constats.filter(({ severite }) => severite === "block");
  const avertissements = constats.filter(({ severite }) => severite === "warn").map(({ code }) => code);
  // What took place is recorded as it was.
  if (past || blocks.length === 0)
    return { derogations: past ? blocks.map(({ code }) => code) : [], avertissements };
  const passable = blocks.every(({ derogeable }) => derogeable);
  if (asker.staff && passable && asker.derogation !== "")
    return { derogations: blocks.map(({ code }) => code), avertissements };
  if (!asker.staff)
    throw new Refused("slotUnavailable", { errors: [{ pointer: "/date", code: "slotUnavailable" }] });
  const worst = blocks.find(({ derogeable }) => !derogeable) ?? (blocks[0] as Constat);
  throw refusedBy(worst, constats, { passable, locale });
}

/** The refusal that names a rule with its figure. */
export function refusedBy(
  worst: Constat,
  constats: readonly Constat[],
  { passable, locale }: { passable: boolean; locale: Context["locale"] },
): Refused {
  const precision = constatWords(locale, worst);
  const params = { mesure: worst.mesure, limite: worst.limite, precision };
  const error: FieldError = { pointer: "/date", code: worst.code, params };
  return new Refused(worst.code, {
    params,
    errors: [error],
    extra: {
      severite: "block",
      derogation_possible: passable,
      regles: [...new Set(constats.map(({ code }) => code))],
      constats: presentConstats(constats),
    },
  });
}
