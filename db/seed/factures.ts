import type { paiements } from "../schema/factures";
import type { etatsFacture, langues, modesPaiement } from "../states";
import type { PlainInsert } from "../vault/open";
import { addDays, addMinutes, instantAt, monthOf, weekday } from "./calendar";
import { splitVat, type Ventilation } from "./cents";
import type { Client } from "./clients";
import { legalLabel } from "./data/activites";
import { at, type Dice, dice } from "./random";
import type { Visite } from "./visites";
import { agenceOf, type World } from "./world";

type Langue = (typeof langues)[number];
export type Ligne = { visit: Visite; libelle: string; montants: Ventilation };
export type Facture = {
  id: number;
  agenceId: number;
  clientId: number;
  periode: string;
  langue: Langue;
  devise: string;
  statut: (typeof etatsFacture)[number];
  numero: string | null;
  annee: number;
  sequence: number;
  dateEmission: string;
  echeance: string;
  emiseLe: Date;
  paye: number;
  lignes: Ligne[];
  totaux: ReturnType<typeof splitVat>;
};
export type Paiement = PlainInsert<typeof paiements>;

/**
 * Invoices of the last four closed months: all of the first three, part of the last one, so that the rest can be
 * prepared. Numbers have no gap and dates never go back inside a series. Visits that are billed become `facturee`.
 */
export function makeFactures(visits: readonly Visite[], people: readonly Client[], world: World): Facture[] {
  const random = dice("factures");
  const billable = Map.groupBy(
    visits.filter(
      ({ statut, fraisAnnulation }) => statut === "validee" || (statut === "annulee" && fraisAnnulation > 0),
    ),
    (visit) => `${visit.clientId} ${visit.jour.slice(0, 7)}`,
  );
  const counters = new Map<string, number>();
  const factures: Facture[] = [];
  for (const shift of [-4, -3, -2, -1]) {
    const periode = monthOf(world.today, shift);
    for (const client of people) {
      const own = billable.get(`${client.id} ${periode}`) ?? [];
      const dateEmission = issueDate(periode, client.agenceId);
      const share = shift === -1 ? 45 : 100;
      const chosen = random.int(1, 100) <= share || client.id === 1;
      if (own.length === 0 || !chosen || dateEmission >= world.today) continue;
      factures.push(issue(client, periode, dateEmission, own, counters));
    }
  }
  for (const facture of factures) for (const { visit } of facture.lignes) markBilled(visit, facture.emiseLe);
  const taken = new Set(factures.map(({ clientId, periode }) => `${clientId} ${periode}`));
  return [...factures, ...drafts(billable, taken, people, world)].map((facture, index) => ({
    ...facture,
    id: index + 1,
  }));
}

/** Five drafts of the last month, of clients who have no invoice for it yet. */
function drafts(
  billable: Map<string, Visite[]>,
  taken: Set<string>,
  people: readonly Client[],
  world: World,
): Facture[] {
  const periode = monthOf(world.today, -1);
  const open = people.filter(({ id }) => billable.has(`${id} ${periode}`) && !taken.has(`${id} ${periode}`));
  const wanted = [1, 1, 1, 2, 3].flatMap((agenceId, rank) => {
    const own = open.filter((client) => client.agenceId === agenceId);
    return own.length > rank * 3 ? [at(own, rank * 3)] : [];
  });
  return wanted.map((client) => {
    const visits = billable.get(`${client.id} ${periode}`) ?? [];
    const facture = issue(client, periode, world.today, visits, new Map());
    return { ...facture, statut: "brouillon" as const, numero: null, emiseLe: addMinutes(world.now, -180) };
  });
}

function issue(
  client: Client,
  periode: string,
  dateEmission: string,
  visits: readonly Visite[],
  counters: Map<string, number>,
): Facture {
  const { id, agenceId } = client;
  const langue = client.langue ?? "fr";
  const { serie, devise, fuseau } = agenceOf(agenceId);
  const annee = Number(dateEmission.slice(0, 4));
  const sequence = (counters.get(`${serie}${annee}`) ?? 0) + 1;
  counters.set(`${serie}${annee}`, sequence);
  const ordered = visits.toSorted((a, b) => a.debut.getTime() - b.debut.getTime());
  const totaux = splitVat(ordered.map((visit) => ({ ttc: amountOf(visit), tauxBp: visit.tauxTvaBp })));
  return {
    id: 0,
    agenceId,
    clientId: id,
    periode,
    langue,
    devise,
    statut: "emise",
    numero: `${serie}${annee}-${String(sequence).padStart(6, "0")}`,
    annee,
    sequence,
    dateEmission,
    echeance: addDays(dateEmission, 30),
    emiseLe: instantAt(dateEmission, 540 + (sequence % 90), fuseau),
    paye: 0,
    lignes: ordered.map((visit, index) => ({
      visit,
      libelle: legalLabel(visit.activiteId, langue),
      montants: at(totaux.parLigne, index),
    })),
    totaux,
  };
}

/** The first working day from the third of the next month on. */
function issueDate(periode: string, agenceId: number): string {
  let day = `${monthOf(`${periode}-01`, 1)}-03`;
  while (!agenceOf(agenceId).jours.includes(weekday(day))) day = addDays(day, 1);
  return day;
}

/** A cancelled visit bills its fee, as one flat unit. */
function amountOf(visit: Visite): number {
  return visit.statut === "annulee" ? visit.fraisAnnulation : visit.prixTtc;
}

export function unitPrice(visit: Visite): number {
  return visit.statut === "annulee" ? visit.fraisAnnulation : visit.prixHoraireTtc;
}

export function billedMinutes(visit: Visite): number {
  return visit.statut === "annulee" ? 0 : (visit.dureeFactureeMin ?? visit.duree);
}

function markBilled(visit: Visite, when: Date): void {
  if (visit.statut === "annulee") return;
  visit.statut = "facturee";
  visit.version = 6;
  visit.modifieLe = when;
}

const modes: Record<"FR" | "DZ", readonly (typeof modesPaiement)[number][]> = {
  FR: [
    "prelevement",
    "prelevement",
    "prelevement",
    "virement",
    "virement",
    "carte",
    "cheque",
    "cesu_electronique",
  ],
  DZ: ["especes", "cheque", "virement", "especes"],
};

/** Payments, and what they make of each invoice: the older the month, the more of it is paid. */
export function makePaiements(factures: readonly Facture[], world: World): Paiement[] {
  const random = dice("paiements");
  const rows: Paiement[] = [];
  for (const facture of factures) {
    const age = Number(monthsBetween(facture.periode, world.today));
    const draw = random.int(1, 100);
    const delay = random.int(2, 27);
    if (facture.statut === "brouillon") continue;
    const part = shareToPay(facture.clientId, age, draw);
    const date = [addDays(facture.dateEmission, delay), addDays(world.today, -1)].sort()[0] ?? world.today;
    const montant =
      part === "part" ? Math.floor(facture.totaux.ttc / 3) : part === "all" ? facture.totaux.ttc : 0;
    if (montant === 0) continue;
    facture.paye = montant;
    facture.statut = montant === facture.totaux.ttc ? "payee" : "partiellement_payee";
    rows.push(payment(rows.length + 1, facture, montant, date, random));
  }
  return rows;
}

function shareToPay(clientId: number, age: number, draw: number): "all" | "part" | "none" {
  if (clientId === 12) return "all";
  if (clientId === 1) return age >= 3 ? "all" : age === 2 ? "part" : "none";
  const [all, part] = age >= 3 ? [90, 95] : age === 2 ? [74, 82] : [36, 42];
  return draw <= all ? "all" : draw <= part ? "part" : "none";
}

function payment(id: number, facture: Facture, montant: number, date: string, random: Dice): Paiement {
  const mode = random.pick(modes[agenceOf(facture.agenceId).pays]);
  const reference =
    { virement: "VIR", cheque: "CHQ", prelevement: "PRLV", carte: "CB" }[mode as "virement"] ?? "";
  return {
    id,
    factureId: facture.id,
    montant,
    mode,
    date,
    reference: reference ? `${reference} ${String(random.int(1, 999_999)).padStart(6, "0")}` : "",
    saisiPar: null,
    creeLe: instantAt(date, random.int(540, 660), agenceOf(facture.agenceId).fuseau),
  };
}

function monthsBetween(periode: string, today: string): number {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return months(today) - months(periode);
}
