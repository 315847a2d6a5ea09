import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { Scope } from "@/lib/foundation/policy";
import type { Besoin } from "./find-besoin";
import { presentPrestation } from "./present";
import { selectReplaced } from "./remplacement-store";
import type { Prestation } from "./schemas";
import { selectBetween } from "./store";
import { demandeOf } from "./write-prestation";

/** Somebody away in [debut, fin). */
export type Away = { id: number; intervenantId: number; debut: Date; fin: Date };

/**
 * Visits of an absence. `open`: still the person's and to come, or taken from them and with nobody, in order of time.
 * `given`: taken from them for it and with somebody else.
 */
export async function visitsOfAbsence(
  db: Queryable,
  ctx: Context,
  away: Away,
): Promise<{ open: Prestation[]; given: Prestation[] }> {
  const { intervenantId, fin } = away;
  const debut = new Date(Math.max(away.debut.getTime(), ctx.now.getTime()));
  const [own, taken] = await Promise.all([
    debut < fin ? selectBetween(db, { debut, fin }, { intervenantId }) : [],
    selectReplaced(db, away.id),
  ]);
  const left = taken.filter(
    ({ prestation }) => prestation.intervenantId === null && prestation.debut > ctx.now,
  );
  const open = [...own.filter(({ prestation }) => prestation.debut > ctx.now), ...left]
    .filter(({ prestation }) => ["planifiee", "confirmee"].includes(prestation.statut))
    .sort((a, b) => a.prestation.debut.getTime() - b.prestation.debut.getTime());
  const ids = new Set(open.map(({ prestation }) => prestation.id));
  const given = taken.filter(
    ({ prestation }) => !ids.has(prestation.id) && prestation.intervenantId !== intervenantId,
  );
  const present = (files: typeof open) => files.map((file) => presentPrestation(file, ctx));
  return { open: present(open), given: present(given) };
}

/** What an existing visit asks for as it stands; the people who could make it are asked the rules of changing hands. */
export async function besoinOf(db: Queryable, scope: Scope, id: number): Promise<Besoin> {
  const { place, activite, debut, dureeMin } = await demandeOf(db, scope, id);
  const { agence, adresse } = place;
  const visit = {
    debut: debut.getTime(),
    fin: debut.getTime() + dureeMin * 60_000,
    zone: agence.fuseau,
    codePostal: adresse.codePostal,
    dureeMaxMin: activite.dureeMaxMin,
  };
  return { place, adresse, activite, visit };
}
