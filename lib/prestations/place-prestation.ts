import type { Queryable, Tx } from "@/db/client";
import { findTarifs, tarifOn } from "@/lib/activites/find-tarif";
import { type ActiviteRow, matchActivite, unknownActivity } from "@/lib/activites/match-activite";
import { priceOfVisit } from "@/lib/activites/prix";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import {
  type Adresse,
  type Agence,
  type Client,
  competentIds,
  findClientPlace,
  loadCandidats,
  lockIntervenants,
} from "./agenda-store";
import { freeFor } from "./creneaux";
import { findLead } from "./find-lead";
import { journeesOf, overlaps, type Span } from "./journee";
import { type Broken, brokenRules, isWorkRule } from "./regles";
import { SlotTaken } from "./slot-taken";
import type { Constat } from "./travail/controle";
import { constatsFor, judgeTravail } from "./travail/enforce-travail";

export type Place = { client: Client; agence: Agence; adresse: Adresse };

/** A visit that somebody wants at a time. */
export type Demande = {
  place: Place;
  activite: ActiviteRow;
  debut: Date;
  dureeMin: number;
  /** `proposed`: whoever is free and fits best; null: nobody yet. */
  intervenantId: number | "proposed" | null;
  /** The visit that is being changed, whose own slot counts as free. */
  exclure?: number;
};

/** Who asks: staff may pass warnings with a written reason and record the past; a client may neither. */
export type Asker = { staff: boolean; derogation: string };

/**
 * Where a visit can take place for a client within reach. Throws `clientUnknown` (also of a client or an agency put out
 * of service), `clientErased`, or on `adresse_id`.
 */
export async function findPlace(
  db: Queryable,
  scope: Scope,
  clientId: number,
  adresseId?: number,
): Promise<Place> {
  const found = await findClientPlace(db, clientId, adresseId);
  if (!found || !isWithin(scope, found.client)) throw refuseField("clientUnknown", "client_id");
  const { client, agence, adresse } = found;
  checkServed(found);
  if (!adresse) {
    const code = adresseId === undefined ? ("required" as const) : ("invalidChoice" as const);
    throw new Refused("validation", { errors: [{ pointer: "/adresse_id", code }] });
  }
  return { client, agence, adresse };
}

/** Nobody books for a client who was erased or put out of service, nor at an agency that was. */
export function checkServed({ client, agence }: Pick<Place, "client" | "agence">): void {
  if (client.effaceLe) throw refuseField("clientErased", "client_id");
  if (!client.actif || !agence.actif) throw refuseField("clientUnknown", "client_id");
}

export function isWithin(scope: Scope, client: Client): boolean {
  if (scope.reach === "all") return true;
  if (scope.reach === "agence") return scope.agenceIds.includes(client.agenceId);
  return scope.reach === "own" && scope.clientId === client.id;
}

/** The activity that `text` means. Throws `unknownActivity` with those that the agency sells that day. */
export async function findActivite(
  db: Queryable,
  text: string,
  sold: { agenceId: number; jour: string },
): Promise<ActiviteRow> {
  const found = await matchActivite(db, text);
  if (!found) throw await unknownActivity(db, sold);
  return found;
}

export type Prix = { prixHoraireTtc: number; minimumMin: number; tauxTvaBp: number; prixTtc: number };

/** The price of a visit on its civil day, cents. Throws `unknownActivity` when the agency does not sell it then. */
export async function priceOf(db: Queryable, demande: Demande): Promise<Prix> {
  const { agence } = demande.place;
  const jour = civilDay(demande.debut, agence.fuseau);
  const where = { agenceId: agence.id, activiteId: demande.activite.id, du: jour, au: jour };
  const tarif = tarifOn(await findTarifs(db, where), jour);
  if (!tarif) throw await unknownActivity(db, { agenceId: agence.id, jour });
  const { prixHoraireTtc, minimumMin, tauxTvaBp } = tarif;
  return { prixHoraireTtc, minimumMin, tauxTvaBp, prixTtc: priceOfMinutes(tarif, demande.dureeMin) };
}

/** TTC price, cents, of so many minutes at a visit's own hourly price and minimum. */
export const priceOfMinutes = (
  visit: { prixHoraireTtc: number; minimumMin: number },
  minutes: number,
): number =>
  priceOfVisit({ minutes, hourlyTtcCents: visit.prixHoraireTtc, minimumMin: visit.minimumMin }).ttcCents;

/** A client may not book the past (`pastNotAllowed`), nor closer than the agency allows (`tooSoon`). */
export async function checkMoment(
  db: Queryable,
  ctx: Context,
  asker: Asker,
  { debut, agenceId }: { debut: Date; agenceId: number },
): Promise<void> {
  if (asker.staff) return;
  const ahead = debut.getTime() - ctx.now.getTime();
  if (ahead < 0) throw refuseField("pastNotAllowed", "date");
  if (ahead < (await findLead(db, agenceId)).booking) throw refuseField("tooSoon", "date");
}

/** `overridden`: rules passed with a written reason; `warned`: working-time rules that only warn. */
export type Placed = { intervenantId: number | null; overridden: string[]; warned: string[] };

/**
 * Decides who goes, holding the locks of all who might until the transaction ends. Throws `SlotTaken`,
 * `intervenantUnknown` or the name of the rule that would be broken (to a client: `slotUnavailable`).
 */
export async function placePrestation(tx: Tx, ctx: Context, demande: Demande, asker: Asker): Promise<Placed> {
  const span: Span = {
    debut: demande.debut.getTime(),
    fin: demande.debut.getTime() + demande.dureeMin * 60_000,
  };
  const { place, activite, intervenantId } = demande;
  const visit = {
    ...span,
    zone: place.agence.fuseau,
    codePostal: place.adresse.codePostal,
    dureeMaxMin: activite.dureeMaxMin,
  };
  const past = demande.debut < ctx.now;
  if (intervenantId === null || intervenantId === "proposed") {
    const overridden = enforce(brokenRules(visit, null), asker, past);
    const chosen = intervenantId === null ? null : await propose(tx, demande, span);
    return { intervenantId: chosen, overridden, warned: [] };
  }
  await lockIntervenants(tx, [intervenantId]);
  const [candidat] = await loadCandidats(tx, questionOf(demande, span, [intervenantId]));
  if (!candidat) throw refuseField("intervenantUnknown", "intervenant_id");
  if (candidat.visites.some((other) => overlaps(other, span))) throw new SlotTaken(demande);
  const other = brokenRules(visit, candidat).filter(({ code }) => !isWorkRule(code));
  const passed = enforce(other, asker, past);
  const constats = (await workOf(tx, demande, span, [intervenantId])).get(intervenantId) ?? [];
  const { derogations, avertissements } = judgeTravail(constats, asker, { past, locale: ctx.locale });
  return { intervenantId, overridden: [...passed, ...derogations], warned: avertissements };
}

/** Refuses to confirm a visit against a rule that blocks; a reason written on it before counts. */
export async function checkWork(
  tx: Tx,
  ctx: Context,
  demande: Demande,
  { derogation }: { derogation: string },
): Promise<void> {
  const { intervenantId: id } = demande;
  if (typeof id !== "number" || demande.debut < ctx.now) return;
  const debut = demande.debut.getTime();
  const span: Span = { debut, fin: debut + demande.dureeMin * 60_000 };
  const constats = (await workOf(tx, demande, span, [id])).get(id) ?? [];
  judgeTravail(constats, { staff: true, derogation }, { past: false, locale: ctx.locale });
}

/** What each person's working time would have against the visit that it has not without it. */
function workOf(
  db: Queryable,
  { place, exclure }: Demande,
  span: Span,
  ids: readonly number[],
): Promise<Map<number, Constat[]>> {
  const { id: adresseId, latitude, longitude } = place.adresse;
  return constatsFor(db, place.agence, ids, { ...span, exclure, lieu: { adresseId, latitude, longitude } });
}

const questionOf = (demande: Demande, span: Span, ids: readonly number[]) => ({
  agenceId: demande.place.agence.id,
  activiteId: demande.activite.id,
  clientId: demande.place.client.id,
  exclure: demande.exclure,
  ids,
  span,
});

/** Of the free ones, those nearest to the visit whose working time is looked at. */
const MOST_WEIGHED = 20;

/** The best of those who are free and may; all who have the skill are locked first, so that the choice stays true. */
async function propose(tx: Tx, demande: Demande, span: Span): Promise<number> {
  const { place, activite } = demande;
  const ids = await competentIds(tx, place.agence.id, activite.id);
  await lockIntervenants(tx, ids);
  const candidats = await loadCandidats(tx, questionOf(demande, span, ids));
  const days = journeesOf(span, place.agence.fuseau);
  const free = freeFor(span, days, { candidats, lieu: place.adresse }).slice(0, MOST_WEIGHED);
  const work = await workOf(
    tx,
    demande,
    span,
    free.map(({ id }) => id),
  );
  const best = free.find(({ id }) => work.get(id)?.every(({ severite }) => severite !== "block"));
  if (!best) throw new SlotTaken(demande);
  return best.id;
}

/** Refuses a blocking rule always, a warning without reason; returns the warnings that were passed. */
export function enforce(broken: readonly Broken[], asker: Asker, past: boolean): string[] {
  const block = broken.find(({ severity }) => severity === "block");
  const warnings = broken.filter(({ severity }) => severity === "warn");
  const refused = block ?? (asker.staff && (past || asker.derogation !== "") ? undefined : warnings[0]);
  if (!refused) return warnings.map(({ code }) => code);
  // To a client, why somebody is not free is that person's own business.
  if (!asker.staff && refused.code !== "visitTooLong") throw refuseField("slotUnavailable", "date");
  const refusal = refuseField(refused.code, refused.field);
  refusal.details.extra = {
    severite: refused.severity,
    derogation_possible: block === undefined,
    regles: broken.map(({ code }) => code),
  };
  throw refusal;
}
