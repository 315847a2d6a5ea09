import { addDays, addMinutes, instantAt } from "./calendar";
import type { Client } from "./clients";
import type { Pointage } from "./etats";
import type { Facture, Paiement } from "./factures";
import { type Acteur, type Fait, tache } from "./journal";
import { type Dice, dice } from "./random";
import type { Demande } from "./reservations";
import type { Accounts } from "./utilisateurs";
import { gestionnaireOf } from "./utilisateurs";
import type { Visite } from "./visites";
import { localDate, type World } from "./world";

export type Histoire = {
  world: World;
  accounts: Accounts;
  people: readonly Client[];
  visits: readonly Visite[];
  pointages: readonly Pointage[];
  demandes: readonly Demande[];
  factures: readonly Facture[];
  paiements: readonly Paiement[];
};

/** What the log would hold of the last days: planning, check-ins, requests, invoices, payments, sign-ins. */
export function makeFaits(histoire: Histoire): Fait[] {
  const random = dice("faits");
  const { now } = histoire.world;
  const all = [
    ...planning(histoire),
    ...clockings(histoire),
    ...requests(histoire),
    ...billing(histoire),
    ...people(histoire, random),
  ];
  return all.filter(({ ts }) => ts <= now);
}

const user = (id: number, role: Acteur["role"]): Acteur => ({ t: "user", id, role });
const manager = (agenceId: number) => user(gestionnaireOf(agenceId), "gestionnaire");

function planning({ world, visits, accounts }: Histoire): Fait[] {
  const since = addMinutes(world.now, -12 * 1440);
  return visits.flatMap((visit): Fait[] => {
    const { agenceId, statut, version } = visit;
    const objet = { type: "prestation", id: visit.id ?? 0, agenceId };
    const faits: Fait[] = [];
    if (visit.creeLe >= since && visit.id !== 7) {
      const data = {
        client_id: visit.clientId,
        intervenant_id: visit.intervenantId,
        activite_id: visit.activiteId,
        debut: visit.debut.toISOString(),
        duree_min: visit.duree,
      };
      faits.push({
        ts: visit.creeLe,
        acteur: manager(agenceId),
        action: "prestation.create",
        ...objet,
        ver: 1,
        data,
      });
    }
    if (visit.valideeLe && visit.valideeLe >= addMinutes(world.now, -7 * 1440)) {
      const account = accounts.clientAccounts.get(visit.clientId);
      const acteur = account ? user(account, "client") : manager(agenceId);
      const data = { statut: "validee", duree_facturee_min: visit.dureeFactureeMin, prix_ttc: visit.prixTtc };
      faits.push({ ts: visit.valideeLe, acteur, action: "prestation.validate", ...objet, ver: 5, data });
    }
    if (statut === "annulee" && visit.annuleeLe && visit.annuleePar && visit.annuleeLe >= since) {
      const own = visit.annuleePar !== gestionnaireOf(agenceId);
      const acteur = own ? user(visit.annuleePar, "client") : manager(agenceId);
      const data = { statut, frais_annulation: visit.fraisAnnulation };
      faits.push({ ts: visit.annuleeLe, acteur, action: "prestation.cancel", ...objet, ver: version, data });
    }
    return faits;
  });
}

function clockings({ world, visits, pointages, accounts }: Histoire): Fait[] {
  const since = addMinutes(world.now, -3 * 1440);
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  return pointages.flatMap((pointage): Fait[] => {
    const visit = byId.get(pointage.prestationId);
    // An arrival before its departure, and neither after the moment that the demonstration shows.
    const ts = new Date(Math.min(Number(pointage.horodatage), Number(world.now)));
    if (!visit || ts < since) return [];
    const account = accounts.workerAccounts.get(pointage.intervenantId);
    const acteur =
      account && pointage.source === "telephone" ? user(account, "intervenant") : manager(visit.agenceId);
    const data = {
      type: pointage.type,
      horodatage: pointage.horodatage.toISOString(),
      source: pointage.source,
    };
    const ver = pointage.type === "arrivee" ? 3 : 4;
    const objet = { type: "prestation", id: pointage.prestationId, ver, agenceId: visit.agenceId };
    return [{ ts, acteur, action: "pointage.create", ...objet, data }];
  });
}

const verbs = {
  demandee: null,
  acceptee: "reservation.accept",
  refusee: "reservation.refuse",
  expiree: "reservation.expire",
  annulee: "reservation.cancel",
} as const;

function requests({ demandes, accounts }: Histoire): Fait[] {
  return demandes.flatMap(({ visit, row, id }): Fait[] => {
    const { agenceId } = visit;
    const client = accounts.clientAccounts.get(row.clientId);
    const author = row.creePar === client && client ? user(client, "client") : manager(agenceId);
    const objet = { type: "reservation", id, agenceId };
    const data = { client_id: row.clientId, prestation_id: visit.id, date: visit.debut.toISOString() };
    const asked = { ts: visit.creeLe, acteur: author, action: "reservation.create", ...objet, ver: 1, data };
    const action = verbs[row.statut ?? "demandee"];
    if (!action || !row.decideLe) return [asked];
    const acteur = row.statut === "annulee" ? author : row.statut === "expiree" ? tache : manager(agenceId);
    return [asked, { ts: row.decideLe, acteur, action, ...objet, ver: 2, data: { statut: row.statut } }];
  });
}

function billing({ factures, paiements }: Histoire): Fait[] {
  const issued = factures.filter(({ statut }) => statut !== "brouillon");
  const issues = issued.map((facture): Fait => {
    const { numero, devise, totaux, agenceId, emiseLe } = facture;
    const data = {
      numero,
      total_ttc: totaux.ttc,
      devise,
      prestations: facture.lignes.map(({ visit }) => visit.id),
    };
    const objet = { type: "facture", id: facture.id, ver: 2, agenceId };
    return { ts: emiseLe, acteur: manager(agenceId), action: "facture.issue", ...objet, data };
  });
  const payments = paiements.map((paiement): Fait => {
    const facture = factures[paiement.factureId - 1];
    const agenceId = facture?.agenceId ?? 1;
    const reste = (facture?.totaux.ttc ?? 0) - paiement.montant;
    const data = {
      paiement_id: paiement.id,
      montant: paiement.montant,
      mode: paiement.mode,
      date: paiement.date,
      reste,
    };
    const objet = { type: "facture", id: paiement.factureId, ver: 3, agenceId };
    const ts = paiement.creeLe ?? instantAt(paiement.date, 600, "Europe/Paris");
    return { ts, acteur: manager(agenceId), action: "paiement.create", ...objet, data };
  });
  return [...issues, ...payments];
}

/** Sign-ins, files that were opened, an export by the auditor, and a few refused accesses. */
function people(histoire: Histoire, random: Dice): Fait[] {
  const { world, accounts } = histoire;
  const faits: Fait[] = [];
  const moment = (daysAgo: number) => {
    const day = addDays(localDate(world.now, "Europe/Paris"), -daysAgo);
    return instantAt(day, random.int(480, 1110), "Europe/Paris");
  };
  for (let daysAgo = 13; daysAgo >= 0; daysAgo -= 1) {
    for (const { id, role } of random.sample(accounts.rows, 6)) {
      const objet = { type: "utilisateur", id, agenceId: null };
      faits.push({ ts: moment(daysAgo), acteur: user(id, role), action: "session.open", ...objet });
    }
    for (const client of random.sample(histoire.people, 4)) {
      const objet = { type: "client", id: client.id, agenceId: client.agenceId };
      faits.push({ ts: moment(daysAgo), acteur: manager(client.agenceId), action: "client.read", ...objet });
    }
  }
  for (const daysAgo of [12, 5, 1]) {
    const data = {
      format: daysAgo === 5 ? "json" : "csv",
      du: addDays(world.today, -daysAgo - 7),
      au: addDays(world.today, -daysAgo),
    };
    faits.push({
      ts: moment(daysAgo),
      acteur: user(5, "auditeur"),
      action: "audit.export",
      type: "audit",
      id: "-",
      agenceId: null,
      data,
    });
    const guest: Acteur = { t: "guest", id: null, role: "guest" };
    const refused = { type: "session", id: "-", agenceId: null, data: { code: "invalidCredentials" } };
    faits.push({
      ts: moment(daysAgo),
      acteur: guest,
      action: "session.open",
      ...refused,
      refus: { flux: `refus:guest:${random.hex(1)}` },
    });
    const far = { type: "client", id: 120 + daysAgo, agenceId: null, data: { code: "notFound" } };
    faits.push({
      ts: moment(daysAgo),
      acteur: user(2, "gestionnaire"),
      action: "client.read",
      ...far,
      refus: { flux: "refus:utilisateur:2" },
    });
  }
  return faits;
}
