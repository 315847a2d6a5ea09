import type { z } from "zod";
import { findTarifs, type Tarif, tarifOn } from "@/lib/activites/find-tarif";
import {
  type ActiviteRow,
  activitesActives,
  pickActivite,
  unknownActivity,
} from "@/lib/activites/match-activite";
import { clientsByEmail } from "@/lib/clients/find-clients";
import { type Refused, refuseField } from "@/lib/foundation/errors";
import {
  BATCH,
  type ImportArgs,
  type ImportChange,
  type ImportLine,
  type ImportPlan,
  inBatches,
  type LineError,
  lineErrors,
  readLines,
} from "@/lib/foundation/import";
import { civilDay, instantOf } from "@/lib/foundation/zoned";
import { intervenantsByMatricule } from "@/lib/intervenants/find-intervenants";
import { lockIntervenants } from "./agenda-store";
import { candidatsOf } from "./import-candidats";
import { insertPrestationRows, selectPlaces } from "./import-store";
import { overlaps } from "./journee";
import { checkServed, type Demande, enforce, isWithin, type Prix, priceOfMinutes } from "./place-prestation";
import { brokenRules } from "./regles";
import { prestationBody } from "./schemas";
import { SlotTaken } from "./slot-taken";
import type { NewPrestation } from "./store";
import { newPrestation, type VisitFacts } from "./write-prestation";

type Line = ImportLine<z.output<typeof prestationBody>>;
type Planned = { values: NewPrestation; facts: VisitFacts };

/**
 * Visits from the lines of a table, by the rules of `prestation.create`, each line knowing those before it. Nobody is
 * told of them one by one: a table of visits is a whole agenda that moves in.
 */
export async function importPrestations(args: ImportArgs): Promise<ImportPlan> {
  const { db, records, progress, ctx } = args;
  const bodyOf = await bodyReader(args);
  const { lines, erreurs } = readLines(records, prestationBody, bodyOf);
  const plan = await planner(args, lines);
  const planned: Planned[] = [];
  for (const [index, { ligne, body }] of lines.entries()) {
    try {
      planned.push(await plan(body));
    } catch (error) {
      erreurs.push(...lineErrors(error, ligne));
    }
    if (index % BATCH === 0) await progress(index);
  }
  await progress(records.length);
  const write = async (part: readonly Planned[]): Promise<ImportChange[]> => {
    const ids = await insertPrestationRows(
      db,
      part.map(({ values }) => values),
    );
    return part.map(({ values, facts }, index) => ({
      action: "prestation.create",
      objet: { type: "prestation", id: ids[index] as number, version: 1 },
      agenceId: values.agenceId,
      data: { ...facts, importee: ctx.tache?.id },
    }));
  };
  return { erreurs: erreurs satisfies LineError[], write: () => inBatches(planned, write, progress) };
}

/** A client by id or e-mail, an intervenant by id or registration number. */
async function bodyReader({ db, scope, records }: ImportArgs) {
  const emails = records.flatMap(({ cells }) =>
    cells.client?.includes("@") ? [cells.client.toLowerCase()] : [],
  );
  const [clients, matricules] = await Promise.all([
    clientsByEmail(db, scope, [...new Set(emails)]),
    intervenantsByMatricule(db, scope),
  ]);
  return ({ client, intervenant, ...rest }: Readonly<Record<string, string>>) => {
    const filled = Object.entries(rest).filter(([, value]) => value !== "");
    const person = intervenant && (matricules.get(intervenant.toLowerCase()) ?? intervenant);
    return {
      ...Object.fromEntries(filled),
      client_id: client && (clients.get(client.toLowerCase()) ?? client),
      ...(person ? { intervenant_id: person } : {}),
    };
  };
}

async function planner(args: ImportArgs, lines: readonly Line[]) {
  const { db, ctx, scope } = args;
  const who = [...new Set(lines.flatMap(({ body }) => body.intervenant_id ?? []))];
  if (!args.essai) await lockIntervenants(db, who);
  const [places, activites] = await Promise.all([
    selectPlaces(db, [...new Set(lines.map(({ body }) => body.client_id))]),
    activitesActives(db),
  ]);
  const known = new Map<string, ActiviteRow | undefined>();
  const prix = prices(args);
  const candidats = candidatsOf(db, who, spanOf(lines));

  function demandeOf(body: Line["body"]): Demande | Promise<never> {
    const place = places.get(body.client_id);
    if (!place || !isWithin(scope, place.client)) throw refuseField("clientUnknown", "client_id");
    checkServed(place);
    const { client, agence, adresse } = place;
    if (!adresse) throw refuseField("validation", "client_id");
    if (!known.has(body.type)) known.set(body.type, pickActivite(activites, body.type));
    const activite = known.get(body.type);
    const debut = instantOf(body.date, agence.fuseau, "date");
    if (!activite) return prix.unknown(agence.id, civilDay(debut, agence.fuseau));
    const intervenantId = body.intervenant_id ?? null;
    const dureeMin = Math.round(body.duree * 60);
    return { place: { client, agence, adresse }, activite, debut, dureeMin, intervenantId };
  }

  return async (body: Line["body"]): Promise<Planned> => {
    const demande = await demandeOf(body);
    const { place, activite, dureeMin } = demande;
    const asker = { staff: true, derogation: body.derogation };
    const price = await prix.of(demande);
    const at = { debut: demande.debut.getTime(), fin: demande.debut.getTime() + dureeMin * 60_000 };
    const id = body.intervenant_id ?? null;
    const candidat = id === null ? null : await candidats.find(id, place.agence.id, activite.id, at);
    if (candidat === undefined) throw refuseField("intervenantUnknown", "intervenant_id");
    if (candidat?.visites.some((other) => overlaps(other, at))) throw taken(demande);
    const { codePostal } = place.adresse;
    const visit = { ...at, zone: place.agence.fuseau, codePostal, dureeMaxMin: activite.dureeMaxMin };
    const overridden = enforce(brokenRules(visit, candidat), asker, demande.debut < ctx.now);
    if (id !== null) candidats.add(id, at);
    const placed = { intervenantId: id, overridden, warned: [] };
    return newPrestation(ctx, demande, { placed, prix: price }, { asker, instructions: body.instructions });
  };
}

/** The same refusal as a booking, on the field that a line has. */
function taken(demande: Demande): Refused {
  const refusal = new SlotTaken(demande);
  refusal.details.errors = [{ pointer: "/date", code: "slotTaken" }];
  return refusal;
}

/** From the first to the last moment that the lines speak of; a day more on either side, whatever their zones. */
function spanOf(lines: readonly Line[]) {
  const moments = lines.map(({ body }) => Date.parse(body.date)).filter((ms) => !Number.isNaN(ms));
  const first = moments.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = moments.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return moments.length === 0
    ? { debut: 0, fin: 0 }
    : { debut: first - 86_400_000, fin: last + 2 * 86_400_000 };
}

/** Prices of each activity of each agency, read once. */
function prices({ db }: ImportArgs) {
  const read = new Map<string, Promise<Tarif[]>>();
  const refused = new Map<string, Promise<Refused>>();
  const unknown = async (agenceId: number, jour: string): Promise<never> => {
    const key = `${agenceId}:${jour}`;
    if (!refused.has(key)) refused.set(key, unknownActivity(db, { agenceId, jour }));
    throw await refused.get(key);
  };
  return {
    unknown,
    of: async ({ place: { agence }, activite, debut, dureeMin }: Demande): Promise<Prix> => {
      const key = `${agence.id}:${activite.id}`;
      const where = { agenceId: agence.id, activiteId: activite.id, du: "0001-01-01", au: "9999-12-31" };
      if (!read.has(key)) read.set(key, findTarifs(db, where));
      const jour = civilDay(debut, agence.fuseau);
      const tarif = tarifOn((await read.get(key)) ?? [], jour);
      if (!tarif) return unknown(agence.id, jour);
      const { prixHoraireTtc, minimumMin, tauxTvaBp } = tarif;
      return { prixHoraireTtc, minimumMin, tauxTvaBp, prixTtc: priceOfMinutes(tarif, dureeMin) };
    },
  };
}
