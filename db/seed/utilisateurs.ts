import type { utilisateurAgences, utilisateurs } from "../schema/organisation";
import type { langues, roles } from "../states";
import type { PlainInsert } from "../vault/open";
import { equalityPrint } from "../vault/search";
import { addMinutes, instantAt } from "./calendar";
import type { Client } from "./clients";
import { personPrints } from "./fold";
import type { Intervenant } from "./intervenants";
import { hashPassword } from "./password-hash";
import { dice } from "./random";
import type { World } from "./world";

export const demonstrationPassword = "Dihya-demo-2026!";

type Compte = {
  email: string;
  prenom: string;
  nom: string;
  role: (typeof roles)[number];
  langue?: (typeof langues)[number];
  agences?: number[];
  clientId?: number;
  intervenantId?: number;
};

/** One account a role, then a gestionnaire for each other agency, then some clients and intervenants. */
function accounts(people: readonly Client[], workers: readonly Intervenant[]): Compte[] {
  const client = (id: number): Compte => {
    const person = people.find((candidate) => candidate.id === id);
    if (!person) throw new Error(`no client ${id}`);
    const { prenom, nom, langue } = person;
    return { email: person.email ?? "", prenom, nom, role: "client", langue, clientId: id };
  };
  const worker = (id: number): Compte => {
    const person = workers.find((candidate) => candidate.id === id);
    if (!person) throw new Error(`no intervenant ${id}`);
    const langue = person.agenceId === 3 ? "tzm" : "fr";
    const address = person.email ?? "";
    return {
      email: address,
      prenom: person.prenom,
      nom: person.nom,
      role: "intervenant",
      langue,
      intervenantId: id,
    };
  };
  const withAccount = people.filter(
    ({ id, email }) => email && [2, 3, 4, 5, 6, 7, 8, 95, 100, 155, 160].includes(id),
  );
  return [
    { email: "admin@dihya.test", prenom: "Aïcha", nom: "Benmoussa", role: "admin" },
    { email: "gestionnaire@dihya.test", prenom: "Claire", nom: "Delmas", role: "gestionnaire", agences: [1] },
    worker(5),
    client(1),
    { email: "auditeur@dihya.test", prenom: "Hervé", nom: "Castel", role: "auditeur" },
    {
      email: "gestionnaire.lyon@dihya.test",
      prenom: "Marc",
      nom: "Ferrand",
      role: "gestionnaire",
      agences: [2],
    },
    {
      email: "gestionnaire.tizi@dihya.test",
      prenom: "Ghania",
      nom: "Ould Slimane",
      role: "gestionnaire",
      langue: "tzm",
      agences: [3],
    },
    ...withAccount.map(({ id }) => client(id)),
    ...[1, 2, 3, 4, 6, 7, 8, 19, 20, 31, 32].map((id) => worker(id)),
  ];
}

/** Rows of the accounts, and which client and intervenant each belongs to. */
export async function makeUtilisateurs(
  world: World,
  people: readonly Client[],
  workers: readonly Intervenant[],
) {
  const random = dice("utilisateurs");
  const comptes = accounts(people, workers);
  const created = instantAt("2025-01-06", 540, "Europe/Paris");
  // One password for all, printed at the start: hashed once, since each time costs a noticeable moment.
  const motDePasse = await hashPassword(demonstrationPassword, random.hex(32));
  const rows = comptes.map((compte, index): PlainInsert<typeof utilisateurs> & { id: number } => {
    const lastSeen = addMinutes(world.now, -random.int(20, 60 * 24 * 6));
    return {
      id: index + 1,
      ...personPrints("utilisateurs", compte),
      email: compte.email,
      emailEmpreinte: equalityPrint("utilisateurs", compte.email),
      prenom: compte.prenom,
      nom: compte.nom,
      role: compte.role,
      langue: compte.langue ?? "fr",
      motDePasse,
      emailVerifieLe: addMinutes(created, index + 1),
      derniereConnexionLe: lastSeen,
      creeLe: addMinutes(created, index),
      modifieLe: addMinutes(created, index),
    };
  });
  const reach: (typeof utilisateurAgences.$inferInsert)[] = comptes.flatMap((compte, index) =>
    (compte.agences ?? []).map((agenceId) => ({ utilisateurId: index + 1, agenceId })),
  );
  const clientAccounts = new Map<number, number>();
  const workerAccounts = new Map<number, number>();
  comptes.forEach(({ clientId, intervenantId }, index) => {
    if (clientId) clientAccounts.set(clientId, index + 1);
    if (intervenantId) workerAccounts.set(intervenantId, index + 1);
  });
  return { rows, reach, clientAccounts, workerAccounts };
}

export type Accounts = Awaited<ReturnType<typeof makeUtilisateurs>>;

/** The account that does an agency's daily work. */
export function gestionnaireOf(agenceId: number): number {
  return agenceId === 1 ? 2 : agenceId === 2 ? 6 : 7;
}
