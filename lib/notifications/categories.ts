import type { Role } from "@/lib/foundation/context";
import { annonces, type Public } from "./evenement";

/** Kinds of event that a person may switch on and off, but for those of `toujours`. */
export const categories = [
  "reservations",
  "visites",
  "rappels",
  "factures",
  "avis",
  "absences",
  "alertes",
  "droits",
  "securite",
] as const;
export type Categorie = (typeof categories)[number];

/** Always told, at any hour: what protects the account, and the answers that the law asks for. */
export const toujours: readonly Categorie[] = ["droits", "securite"];

const byObject: Readonly<Record<string, Categorie>> = {
  reservation: "reservations",
  prestation: "visites",
  serie: "visites",
  planning: "visites",
  facture: "factures",
  devis: "factures",
  avis: "avis",
  absence: "absences",
  alerte: "alertes",
  rgpd: "droits",
  compte: "securite",
  incident: "securite",
};
const byType: Readonly<Record<string, Categorie>> = { "prestation.rappel": "rappels" };

/** The kind of an event, by its name `object.act`. */
export const categorieOf = (type: string): Categorie =>
  byType[type] ?? byObject[type.split(".")[0] ?? ""] ?? "visites";

/** What someone is told as, by role; an admin and an auditeur hear of their own account only. */
const readers: Readonly<Record<Role, readonly Public[]>> = {
  client: ["client", "titulaire"],
  intervenant: ["intervenant", "titulaire"],
  gestionnaire: ["equipe", "titulaire"],
  auditeur: ["titulaire"],
  admin: ["titulaire"],
};

/** The kinds that reach a role, in order, and whether some of their events also come by e-mail. */
export function categoriesOf(role: Role): { categorie: Categorie; courriel: boolean }[] {
  const told = Object.entries(annonces).flatMap(([type, audience]) =>
    readers[role].flatMap((reader) => {
      const annonce = audience[reader];
      return annonce ? [{ categorie: categorieOf(type), courriel: annonce.courriel !== undefined }] : [];
    }),
  );
  return categories.flatMap((categorie) => {
    const mine = told.filter((one) => one.categorie === categorie);
    return mine.length > 0 ? [{ categorie, courriel: mine.some(({ courriel }) => courriel) }] : [];
  });
}
