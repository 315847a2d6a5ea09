import type { UtilisateurShape } from "./schemas-utilisateur";
import type { UtilisateurFileRow } from "./utilisateur-store";

/** An account as an admin sees it. */
export function presentUtilisateur(row: UtilisateurFileRow): UtilisateurShape {
  return {
    id: row.id,
    email: row.email,
    prenom: row.prenom,
    nom: row.nom,
    role: row.role,
    langue: row.langue,
    actif: row.actif,
    agence_ids: row.agenceIds,
    email_verifie_le: row.emailVerifieLe?.toISOString() ?? null,
    derniere_connexion_le: row.derniereConnexionLe?.toISOString() ?? null,
    second_facteur: row.secondFacteur,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}
