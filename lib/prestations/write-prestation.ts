import type { Queryable, Tx } from "@/db/client";
import { activiteById } from "@/lib/activites/match-activite";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { instantOf } from "@/lib/foundation/zoned";
import { findAdresse, findClientPlace } from "./agenda-store";
import {
  type Asker,
  checkMoment,
  checkServed,
  checkWork,
  type Demande,
  findPlace,
  type Place,
  type Placed,
  type Prix,
  placePrestation,
  priceOf,
  priceOfMinutes,
} from "./place-prestation";
import { minutesBetween } from "./present";
import { invalidTransition, movable, transitions } from "./prestation";
import { guardSlot } from "./slot-taken";
import {
  findPrestation,
  insertPrestation,
  type LockedPrestation,
  lockPrestation,
  type NewPrestation,
  type PrestationRow,
} from "./store";

export type { Asker } from "./place-prestation";
export type { LockedPrestation } from "./store";

/** Facts of a visit for the log: ids, codes and civil values only. */
export type VisitFacts = Record<string, unknown>;

/** What ties a visit to a series. */
export type Occurrence = Pick<NewPrestation, "serieId" | "serieJour" | "serieEmpechement">;

/**
 * Makes a visit where `demande` wants it, at the price of its day. Rules, locks and the constraint are applied;
 * returns its id and what the log says of it.
 */
export async function bookPrestation(
  tx: Tx,
  ctx: Context,
  demande: Demande,
  asker: Asker,
  instructions: string,
  serie?: Occurrence,
): Promise<{ id: number; facts: VisitFacts }> {
  const prix = await priceOf(tx, demande);
  const placed = await placePrestation(tx, ctx, demande, asker);
  const { values, facts } = newPrestation(ctx, demande, { placed, prix }, { asker, instructions });
  const id = await guardSlot({ ...demande, intervenantId: placed.intervenantId }, () =>
    insertPrestation(tx, { ...values, ...serie }),
  );
  return { id, facts };
}

/** The row of a visit that has its price and its person, and what the log says of it. */
export function newPrestation(
  ctx: Context,
  demande: Demande,
  { placed, prix }: { placed: Placed; prix: Prix },
  { asker, instructions }: { asker: Asker; instructions: string },
): { values: NewPrestation; facts: VisitFacts } {
  const { place, activite, debut, dureeMin } = demande;
  const past = debut < ctx.now;
  const values: NewPrestation = {
    agenceId: place.agence.id,
    clientId: place.client.id,
    adresseId: place.adresse.id,
    activiteId: activite.id,
    intervenantId: placed.intervenantId,
    debut,
    fin: new Date(debut.getTime() + dureeMin * 60_000),
    ...prix,
    devise: place.agence.devise,
    instructions,
    saisieApresCoup: past,
    derogation: placed.overridden.length > 0 ? asker.derogation : "",
    creeLe: ctx.now,
    modifieLe: ctx.now,
  };
  const facts = { ...factsOf(demande, placed), type: activite.code, prix_ttc: prix.prixTtc, past };
  return { values, facts };
}

const factsOf = ({ place, debut, dureeMin }: Demande, placed: Placed): VisitFacts => ({
  client_id: place.client.id,
  intervenant_id: placed.intervenantId,
  date: debut.toISOString(),
  duree_min: dureeMin,
  ...(placed.overridden.length > 0 && { derogations: placed.overridden }),
  ...(placed.warned.length > 0 && { avertissements: placed.warned }),
});

/** Locks a visit of which the caller knows `version`, if any. Throws `notFound` or `preconditionFailed`. */
export async function openPrestation(
  tx: Tx,
  scope: Scope,
  id: number,
  version?: number,
): Promise<LockedPrestation> {
  const locked = await lockPrestation(tx, scope, id);
  if (!locked) throw new Refused("notFound");
  if (version !== undefined && version !== locked.prestation.version) throw new Refused("preconditionFailed");
  return locked;
}

export type Change = {
  date?: string;
  dureeMin?: number;
  /** `undefined` keeps the person. */
  intervenantId?: number | null;
  adresseId?: number;
};

/**
 * What to write so that a locked visit takes place elsewhere, at another time or with somebody else. The hourly price
 * agreed stays. Throws `invalidTransition` once the visit has begun, and what moments and placing throw.
 */
export async function replanPrestation(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  { locked, change, asker }: { locked: LockedPrestation; change: Change; asker: Asker },
): Promise<{ values: Partial<NewPrestation>; facts: VisitFacts; demande: Demande }> {
  const { prestation, agence } = locked;
  if (!movable.includes(prestation.statut))
    throw invalidTransition(prestation.statut, "planifiee", transitions[prestation.statut]);
  const current = await currentDemande(tx, scope, prestation, change.adresseId);
  const { date, dureeMin: longer, adresseId } = change;
  // Another person may still take over what was booked before; another time or place is a booking.
  if ([date, longer, adresseId].some((value) => value !== undefined)) checkServed(current.place);
  const debut = change.date ? instantOf(change.date, agence.fuseau, "date") : prestation.debut;
  const dureeMin = change.dureeMin ?? current.dureeMin;
  const intervenantId = change.intervenantId === undefined ? prestation.intervenantId : change.intervenantId;
  const demande: Demande = { ...current, debut, dureeMin, intervenantId };
  await checkMoment(tx, ctx, asker, { debut, agenceId: agence.id });
  const placed = await placePrestation(tx, ctx, demande, asker);
  const values = {
    adresseId: demande.place.adresse.id,
    intervenantId: placed.intervenantId,
    debut,
    fin: new Date(debut.getTime() + dureeMin * 60_000),
    prixTtc: priceOfMinutes(prestation, dureeMin),
    saisieApresCoup: prestation.saisieApresCoup || debut < ctx.now,
    ...(placed.overridden.length > 0 && { derogation: asker.derogation }),
  };
  return { values, facts: { ...factsOf(demande, placed), past: debut < ctx.now }, demande };
}

/** The working-time rules hold again when a visit is confirmed as it stands. Throws the rule's name. */
export async function checkConfirmed(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  { prestation }: LockedPrestation,
): Promise<void> {
  if (prestation.intervenantId === null) return;
  await checkWork(tx, ctx, await currentDemande(tx, scope, prestation), prestation);
}

/** What an existing visit asks for, its own slot counting as free. Throws `notFound`. */
export async function demandeOf(
  db: Queryable,
  scope: Scope,
  id: number,
  adresseId?: number,
): Promise<Demande> {
  const file = await findPrestation(db, scope, id);
  if (!file) throw new Refused("notFound");
  return currentDemande(db, scope, file.prestation, adresseId);
}

async function currentDemande(
  db: Queryable,
  scope: Scope,
  prestation: PrestationRow,
  adresseId?: number,
): Promise<Demande> {
  const activite = await activiteById(db, prestation.activiteId);
  if (!activite) throw new Error(`visit ${prestation.id} has no activity`);
  return {
    place: await placeOf(db, scope, prestation, adresseId),
    activite,
    debut: prestation.debut,
    dureeMin: minutesBetween(prestation.debut, prestation.fin),
    intervenantId: prestation.intervenantId,
    exclure: prestation.id,
  };
}

/** The visit's own place, even when the client has put that address aside since; another one must be current. */
async function placeOf(
  db: Queryable,
  scope: Scope,
  prestation: PrestationRow,
  adresseId?: number,
): Promise<Place> {
  if (adresseId !== undefined && adresseId !== prestation.adresseId)
    return findPlace(db, scope, prestation.clientId, adresseId);
  const [found, adresse] = await Promise.all([
    findClientPlace(db, prestation.clientId),
    findAdresse(db, prestation.adresseId),
  ]);
  if (!found || !adresse) throw new Error(`visit ${prestation.id} has no place`);
  return { ...found, adresse };
}
