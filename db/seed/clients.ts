import type { adresses, clients, contacts } from "../schema/clients";
import type { langues } from "../states";
import type { PlainInsert } from "../vault/open";
import { addDays, instantAt } from "./calendar";
import { activitesFrancaises } from "./data/activites";
import { prixDemo } from "./data/agences";
import { acces, complements, lieux } from "./data/lieux";
import { liens, nomsFrance, nomsKabylie, notesClients, prenomsFrance, prenomsKabylie } from "./data/noms";
import { personPrints } from "./fold";
import { agencyOfRank, agencySizes, near, type Personne, personFactory, phoneNumber } from "./personnes";
import { at, type Dice, dice } from "./random";
import type { World } from "./world";

export type Client = PlainInsert<typeof clients> & { id: number; besoins: number[]; age: number };
export type Adresse = PlainInsert<typeof adresses> & { id: number };

const needsByAge: Record<"famille" | "actif" | "senior", readonly string[]> = {
  famille: [
    "garde-enfant-moins-3",
    "garde-enfant-3-plus",
    "accompagnement-enfant-3-plus",
    "soutien-scolaire",
    "menage",
  ],
  actif: ["menage", "repassage", "jardinage", "bricolage", "preparation-repas", "vigilance-residence"],
  senior: [
    "aide-quotidien",
    "accompagnement-senior",
    "preparation-repas",
    "menage",
    "livraison-courses",
    "assistance-administrative",
    "assistance-informatique",
    "conduite-vehicule",
  ],
};

/** Clients 1 to 12 are in Paris; client 12 is the one of the documented requests. */
export function makeClients(world: World): Client[] {
  const random = dice("clients");
  const person = personFactory(random, "example.org");
  const total = agencySizes.clients.reduce((sum, size) => sum + size, 0);
  return Array.from({ length: total }, (_, rank) => {
    const id = rank + 1;
    const agenceId = agencyOfRank(rank, agencySizes.clients);
    const age = random.int(28, 92);
    const group = age < 45 ? "famille" : age < 66 ? "actif" : "senior";
    const offered = needsByAge[group].filter((code) => agenceId !== 3 || prixDemo[code]?.[2]);
    const who = person(agenceId, age > 70 ? 0.68 : 0.55);
    const entered = addDays(world.today, -random.int(150, 640));
    const created = instantAt(entered, random.int(540, 1050), "Europe/Paris");
    return {
      id,
      agenceId,
      ...who,
      email: emailOf(id, age, who.email, random),
      langue: language(agenceId, id, random),
      naissance: addDays(`${Number(world.today.slice(0, 4)) - age}-01-01`, random.int(0, 300)),
      notes: random.chance(0.3) ? random.pick(notesClients) : "",
      creeLe: created,
      modifieLe: created,
      besoins: wanted(offered, id, random),
      age,
    };
  }).map((client) => ({
    ...client,
    ...personPrints("clients", client),
  }));
}

function emailOf(id: number, age: number, email: string, random: Dice): string {
  if (id === 1) return "client@dihya.test";
  return age > 84 && random.chance(0.5) && id > 12 ? "" : email;
}

function wanted(offered: readonly string[], id: number, random: Dice): number[] {
  const codes = id === 1 || id === 12 ? ["menage", "repassage"] : random.sample(offered, random.int(2, 4));
  return codes.map((code) => activitesFrancaises.find((activite) => activite.code === code)?.numero ?? 6);
}

function language(agenceId: number, id: number, random: Dice): (typeof langues)[number] {
  if (id === 1 || id === 12) return "fr";
  const draw = random.int(1, 20);
  if (agenceId === 3) return draw <= 8 ? "tzm" : draw <= 13 ? "ar" : "fr";
  return draw === 1 ? "en" : draw <= 3 ? "ar" : draw === 4 ? "tzm" : "fr";
}

export function makeAdresses(people: readonly Client[]): Adresse[] {
  const random = dice("adresses");
  const rows: Adresse[] = [];
  for (const client of people) {
    const count = client.id !== 12 && random.chance(0.18) ? 2 : 1;
    for (let rank = 0; rank < count; rank += 1) {
      const [voie, codePostal, commune, latitude, longitude] = random.pick(
        lieux[client.agenceId] ?? at([lieux[1] ?? []], 0),
      );
      rows.push({
        id: rows.length + 1,
        clientId: client.id,
        agenceId: client.agenceId,
        libelle:
          rank === 0 ? "Domicile" : random.pick(["Chez ma mère", "Chez mon fils", "Bureau à domicile"]),
        voie: `${random.int(1, 180)} ${voie}`,
        complement: client.agenceId === 3 ? "" : random.pick(complements),
        codePostal,
        commune,
        pays: client.agenceId === 3 ? "DZ" : "FR",
        ...near(latitude, longitude, random),
        acces: random.pick(client.agenceId === 3 ? acces.dz : acces.fr),
        principale: rank === 0,
        creeLe: client.creeLe ?? new Date(0),
      });
    }
  }
  return rows;
}

/** People to call, for most clients over 70. */
export function makeContacts(people: readonly Client[]): PlainInsert<typeof contacts>[] {
  const random = dice("contacts");
  const rows: PlainInsert<typeof contacts>[] = [];
  for (const client of people.filter(({ age }) => age >= 70)) {
    if (!random.chance(0.8)) continue;
    const lien = random.pick(liens);
    rows.push({
      id: rows.length + 1,
      clientId: client.id,
      nom: `${contactFirstName(client, lien, random)} ${contactName(client, lien, random)}`,
      lien,
      telephone: phoneNumber(client.agenceId === 3, 5000 + rows.length, random),
      email: "",
      urgence: random.chance(0.7),
      creeLe: client.creeLe ?? new Date(0),
    });
  }
  return rows;
}

function contactFirstName(client: Client, lien: string, random: Dice): string {
  const prenoms = client.agenceId === 3 ? prenomsKabylie : prenomsFrance;
  return random.pick(["Fille", "Voisine", "Sœur"].includes(lien) ? prenoms.mme : prenoms.m);
}

function contactName(
  client: Pick<Personne, "nom"> & { agenceId: number },
  lien: string,
  random: Dice,
): string {
  if (["Fille", "Fils", "Neveu"].includes(lien)) return client.nom;
  return random.pick(client.agenceId === 3 ? nomsKabylie : nomsFrance);
}
