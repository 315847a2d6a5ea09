import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { contratAvenants, contrats } from "@/db/schema/contrats";
import { absences, competences, disponibilites, intervenants, secteurs } from "@/db/schema/intervenants";
import { agences, utilisateurs } from "@/db/schema/organisation";
import { pointages, prestations } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { audit } from "@/db/schema/suivi";
import { columnsOf, opened, toOpen } from "@/db/vault/open";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { type Copy, sources as ofClient, type Source } from "./copy-store";

/** Tables of a client's copy that hold the same things of any account. */
const account = [
  "utilisateurs",
  "notifications",
  "preferences_notification",
  "abonnements_agenda",
  "abonnements_push",
  "taches",
  "courriels",
] as const;

/** Everything held about an intervenant: their file, hours and account, and nothing of the people whom they visit. */
export function sourcesOfIntervenant(id: number): Readonly<Record<string, Source>> {
  const shared = account.map((name) => [name, ofClient[name] as Source] as const);
  return {
    intervenants: {
      table: intervenants,
      where: () => eq(intervenants.id, id),
      without: ["latitude", "longitude"],
    },
    competences: { table: competences, where: () => eq(competences.intervenantId, id) },
    secteurs: { table: secteurs, where: () => eq(secteurs.intervenantId, id) },
    disponibilites: { table: disponibilites, where: () => eq(disponibilites.intervenantId, id) },
    absences: { table: absences, where: () => eq(absences.intervenantId, id) },
    contrats: { table: contrats, where: () => eq(contrats.intervenantId, id) },
    contrat_avenants: { table: contratAvenants, where: () => eq(contratAvenants.intervenantId, id) },
    // When and what kind of work; whom and where is the client's.
    prestations: {
      table: prestations,
      where: () => eq(prestations.intervenantId, id),
      only: ["id", "activite_id", "debut", "fin", "statut"],
    },
    pointages: { table: pointages, where: () => eq(pointages.intervenantId, id) },
    demandes_rgpd: { table: demandesRgpd, where: () => eq(demandesRgpd.intervenantId, id) },
    ...Object.fromEntries(shared),
    audit: {
      table: audit,
      where: ({ utilisateurId }) =>
        or(
          and(eq(audit.objetType, "intervenant"), eq(audit.objetId, String(id))),
          utilisateurId === null ? sql`false` : eq(audit.acteurId, utilisateurId),
        ),
      only: ["id", "horodatage", "role", "action", "objet_type", "resultat"],
    },
  };
}

/** The intervenant within reach; undefined when absent or out of reach. */
export async function findIntervenantConcerned(db: Queryable, scope: Scope, id: number) {
  const rows = await opened(
    db,
    db
      .select({
        intervenant: columnsOf(intervenants),
        langue: utilisateurs.langue,
        emailCompte: toOpen(utilisateurs.email),
        agence: { nom: agences.nom, pays: agences.pays, fuseau: agences.fuseau, devise: agences.devise },
      })
      .from(intervenants)
      .innerJoin(agences, eq(agences.id, intervenants.agenceId))
      .leftJoin(utilisateurs, eq(utilisateurs.id, intervenants.utilisateurId))
      .where(
        and(
          inArray(intervenants.id, [id]),
          within(scope, { agence: intervenants.agenceId, intervenant: intervenants.id }),
        ),
      ),
  );
  return rows[0];
}

/** The tables under the names that the page of a copy knows. */
export const forIndex = (copy: Copy): Copy => ({
  ...copy,
  clients: copy.intervenants ?? [],
  travail: copy.prestations ?? [],
  prestations: [],
});
