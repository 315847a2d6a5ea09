import { count } from "drizzle-orm";
import { openDatabase, type Tx } from "../client";
import { tarifs } from "../schema/activites";
import { adresses, clients, contacts } from "../schema/clients";
import { absences, competences, disponibilites, intervenants, secteurs } from "../schema/intervenants";
import { agences, parametres, utilisateurAgences, utilisateurs } from "../schema/organisation";
import { pointages, prestations, reservations, series } from "../schema/prestations";
import { avis, notifications } from "../schema/suivi";
import type { PlainInsert } from "../vault/open";
import { makeAbsences } from "./absences";
import { Agenda } from "./agenda";
import { makeAvis } from "./avis";
import { type Monde, makeVisites } from "./calendrier";
import { type Adresse, makeAdresses, makeClients, makeContacts } from "./clients";
import { agencesRows } from "./data/agences";
import { makePointages, settleStates } from "./etats";
import { makeFactures, makePaiements } from "./factures";
import { makeFaits } from "./faits";
import { horairesRows, publicationRows, securiteRows } from "./horaires";
import { advanceIdentity, insertRows } from "./insert";
import { insertFactures } from "./insert-factures";
import { makeIntervenants, makeSectors, makeWorkingLife } from "./intervenants";
import { appendFaits } from "./journal";
import { makeNotifications } from "./notifications";
import { dice } from "./random";
import { type Demande, makeDemandes } from "./reservations";
import { insertCatalogue } from "./seed-catalogue";
import { makeSeries } from "./series";
import { makeTarifs, priceBook } from "./tarifs";
import { makeTournees, type Passage } from "./tournees";
import { type Accounts, makeUtilisateurs } from "./utilisateurs";
import type { Visite } from "./visites";
import { type World, worldAt } from "./world";

/**
 * Fills an empty database with the demonstration: three agencies and everything that happened in them around
 * today. Does nothing when an account exists. One transaction: all of it or nothing. `url` must belong to the
 * owner of the tables; `today` is a civil date in Paris, and then the same date always gives the same rows; without
 * it, the story is told from `now`.
 */
export async function seedDemonstration(
  url: string,
  options: { today?: string; now?: Date; log?: (line: string) => void } = {},
): Promise<void> {
  const log = options.log ?? (() => {});
  const { db, close } = openDatabase(url, { max: 1, role: "none" });
  try {
    await db.transaction(async (tx) => {
      const [known] = await tx.select({ rows: count() }).from(utilisateurs);
      if (known && known.rows > 0) return;
      await fill(tx, worldAt(options.today, options.now), log);
    });
  } finally {
    await close();
  }
}

type Log = (line: string) => void;
type Filled = { world: World; accounts: Accounts; monde: Monde; prices: ReturnType<typeof makeTarifs> };

async function fill(tx: Tx, world: World, log: Log): Promise<void> {
  const filled = await fillPeople(tx, world, log);
  await fillHistory(tx, filled, log);
  for (const table of [
    agences,
    parametres,
    tarifs,
    utilisateurs,
    intervenants,
    disponibilites,
    absences,
    clients,
  ])
    await advanceIdentity(tx, table);
  for (const table of [adresses, contacts, series, prestations, pointages, reservations, avis, notifications])
    await advanceIdentity(tx, table);
}

/** Agencies, prices, accounts, and the people on both sides of the door. */
async function fillPeople(tx: Tx, world: World, log: Log): Promise<Filled> {
  const workers = makeIntervenants(world);
  const people = makeClients(world);
  const homes = makeAdresses(people);
  const accounts = await makeUtilisateurs(world, people, workers);
  const prices = makeTarifs();
  await insertCatalogue(tx);
  await insertRows(tx, agences, agencesRows);
  // It starts from its own settings, whatever an empty database was given.
  await tx.delete(parametres);
  await insertRows(tx, parametres, [...horairesRows, ...publicationRows, ...securiteRows]);
  await insertRows(tx, tarifs, prices);
  await insertRows(tx, utilisateurs, accounts.rows);
  await insertRows(tx, utilisateurAgences, accounts.reach);
  log(`${agencesRows.length} agences, ${accounts.rows.length} utilisateurs`);

  const passages = makeTournees(workers, people, homes);
  const sectors = makeSectors(workers, [...passages.map(codeVisited(homes)), ...codesOfIntervenant5(homes)]);
  const life = makeWorkingLife(workers, sectors, world);
  const leave = makeAbsences(workers, world);
  const owned = <T extends { id: number }>(rows: readonly T[], byId: Map<number, number>) =>
    rows.map((row) => ({ ...row, utilisateurId: byId.get(row.id) ?? null }));
  await insertRows(tx, intervenants, owned(workers, accounts.workerAccounts));
  await insertRows(tx, competences, life.skills);
  await insertRows(tx, secteurs, life.zones);
  await insertRows(tx, disponibilites, life.hours);
  await insertRows(tx, absences, leave);
  await insertRows(tx, clients, owned(people, accounts.clientAccounts));
  await insertRows(tx, adresses, homes);
  await insertRows(tx, contacts, makeContacts(people));
  log(`${workers.length} intervenants, ${people.length} clients`);
  return { world, accounts, monde: { workers, people, homes, absences: leave, passages, sectors }, prices };
}

/** Visits, requests, invoices, reviews, notices, and the log of all that. */
async function fillHistory(tx: Tx, { world, accounts, monde, prices }: Filled, log: Log): Promise<void> {
  const { people, homes, passages } = monde;
  const chantier = { world, agenda: new Agenda(), prices: priceBook(prices), random: dice("visites") };
  const planned = makeVisites(chantier, monde);
  const demandes = numberRequests(makeDemandes(chantier, monde, accounts.clientAccounts));
  const visits = numberVisits([...planned, ...demandes.map(({ visit }) => visit)]);
  settleStates(planned, world, accounts.clientAccounts);
  const recurring = makeSeries(visits, passages, world);
  const bills = makeFactures(visits, people, world);
  const payments = makePaiements(bills, world);
  const clockings = makePointages(visits, homes);
  await insertRows(tx, series, recurring);
  await insertRows(tx, prestations, visits);
  await insertRows(tx, pointages, clockings);
  await insertRows(tx, reservations, demandes.map(reservationRow));
  log(`${visits.length} prestations, ${demandes.length} reservations`);

  await insertFactures(tx, bills, payments, monde);
  await insertRows(tx, avis, makeAvis(visits, world));
  await insertRows(tx, notifications, makeNotifications(world, accounts, demandes, bills, visits));
  log(`${bills.length} factures, ${payments.length} paiements`);
  const histoire = { world, accounts, people, visits, pointages: clockings, demandes };
  const faits = makeFaits({ ...histoire, factures: bills, paiements: payments });
  await appendFaits(tx, faits, dice("journal"));
  log(`${faits.length} audit entries`);
}

function reservationRow({ id, visit, row }: Demande): PlainInsert<typeof reservations> {
  return { ...row, id, prestationId: visit.id ?? 0 };
}

type Visited = [intervenantId: number, code: string];

const codeVisited =
  (homes: readonly Adresse[]) =>
  ({ intervenantId, adresseId }: Passage): Visited => [intervenantId, homes[adresseId - 1]?.codePostal ?? ""];

/** Intervenant 5 also goes to the clients of the day's round and of the documented request. */
function codesOfIntervenant5(homes: readonly Adresse[]): Visited[] {
  return homes
    .filter(({ clientId }) => [1, 2, 3, 4, 12].includes(clientId))
    .map(({ codePostal }) => [5, codePostal]);
}

/** Ids by date; number 7 is kept for the visit of the documented request. */
function numberVisits(visits: Visite[]): Visite[] {
  const [documented, ...others] = visits;
  others.sort((a, b) => a.debut.getTime() - b.debut.getTime() || a.clientId - b.clientId);
  others.forEach((visit, index) => {
    visit.id = index < 6 ? index + 1 : index + 2;
  });
  if (documented) documented.id = 7;
  return documented ? [documented, ...others] : others;
}

function numberRequests(requests: readonly Demande[]): Demande[] {
  const ordered = requests.toSorted((a, b) => a.visit.creeLe.getTime() - b.visit.creeLe.getTime());
  return ordered.map((request, index) => ({ ...request, id: index + 1 }));
}
