import { and, asc, eq, gt, gte, lt, ne, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { adresses, clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { opened, toOpen } from "@/db/vault/open";

export type FluxVisite = Awaited<ReturnType<typeof selectFluxVisites>>[number];
export type FluxOwner = { clientId: number } | { intervenantId: number };

/**
 * Visits of one person that begin in [du, au), in order of time, 2,000 at most; a cancelled one as long as it was
 * cancelled after `annuleesDepuis`. No phone, no door code, no free text.
 */
export function selectFluxVisites(
  db: Queryable,
  owner: FluxOwner,
  { du, au, annuleesDepuis }: { du: Date; au: Date; annuleesDepuis: Date },
) {
  return opened(
    db,
    db
      .select({
        id: prestations.id,
        debut: prestations.debut,
        fin: prestations.fin,
        statut: prestations.statut,
        version: prestations.version,
        creeLe: prestations.creeLe,
        modifieLe: prestations.modifieLe,
        libelles: activites.libelles,
        fuseau: agences.fuseau,
        client: { prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) },
        intervenant: { prenom: toOpen(intervenants.prenom), nom: toOpen(intervenants.nom) },
        adresse: {
          voie: toOpen(adresses.voie),
          code_postal: adresses.codePostal,
          commune: adresses.commune,
          latitude: toOpen(adresses.latitude),
          longitude: toOpen(adresses.longitude),
        },
      })
      .from(prestations)
      .innerJoin(activites, eq(activites.id, prestations.activiteId))
      .innerJoin(agences, eq(agences.id, prestations.agenceId))
      .innerJoin(clients, eq(clients.id, prestations.clientId))
      .innerJoin(adresses, eq(adresses.id, prestations.adresseId))
      .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
      .where(
        and(
          "clientId" in owner
            ? eq(prestations.clientId, owner.clientId)
            : eq(prestations.intervenantId, owner.intervenantId),
          gte(prestations.debut, du),
          lt(prestations.debut, au),
          or(ne(prestations.statut, "annulee"), gt(prestations.annuleeLe, annuleesDepuis)),
        ),
      )
      .orderBy(asc(prestations.debut), asc(prestations.id))
      .limit(2000),
  );
}

/** Name and clock of the agency of a person's file; undefined when the file has gone. */
export async function findFluxAgence(
  db: Queryable,
  owner: FluxOwner,
): Promise<{ nom: string; fuseau: string } | undefined> {
  const file = "clientId" in owner ? clients : intervenants;
  const id = "clientId" in owner ? owner.clientId : owner.intervenantId;
  const rows = await db
    .select({ nom: agences.nom, fuseau: agences.fuseau })
    .from(file)
    .innerJoin(agences, eq(agences.id, file.agenceId))
    .where(eq(file.id, id));
  return rows[0];
}
