import type { CleRow } from "./cle-store";
import type { CleShape } from "./schemas-cle";

export function presentCle(row: CleRow, now: Date): CleShape {
  return {
    id: row.id,
    nom: row.nom,
    prefixe: row.prefixe,
    portees: row.portees,
    agence_ids: row.agenceIds,
    etat: row.revoqueeLe ? "revoquee" : row.expireLe <= now ? "expiree" : "active",
    utilisateur_id: row.utilisateurId,
    expire_le: row.expireLe.toISOString(),
    revoquee_le: row.revoqueeLe?.toISOString() ?? null,
    derniere_utilisation_le: row.derniereUtilisationLe?.toISOString() ?? null,
    cree_le: row.creeLe.toISOString(),
  };
}
