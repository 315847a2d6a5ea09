import { env } from "@/lib/foundation/env";
import type { AbonnementRow } from "./abonnement-store";
import type { Abonnement, AbonnementSecret } from "./schemas-abonnement";

/** As many devices as one person may want their visits on. */
export const MOST_ABONNEMENTS = 5;

const PATH = "/api/services_personne/plannings/flux/";

export function presentAbonnement(row: AbonnementRow): Abonnement {
  return {
    id: row.id,
    nom: row.nom,
    cree_le: row.creeLe.toISOString(),
    adresse_le: row.secretLe.toISOString(),
    lu_le: row.luLe?.toISOString() ?? null,
  };
}

/** With the addresses that hold `secret`: `webcal:` opens the device's calendar application. */
export function presentSecret(row: AbonnementRow, secret: string): AbonnementSecret {
  const { href, host } = new URL(`${PATH}${secret}.ics`, env().NEXTAUTH_URL);
  return {
    ...presentAbonnement(row),
    adresse: href,
    webcal: `webcal://${host}${PATH}${secret}.ics`,
  };
}
