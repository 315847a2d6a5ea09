import type { Publication } from "./schemas";
import type { PublicationFile } from "./store";

export function presentPublication(file: PublicationFile): Publication {
  const { auteur } = file;
  return {
    id: file.id,
    agence_id: file.agenceId,
    semaine: file.semaine,
    du: file.du,
    numero: file.numero,
    visites: file.visites,
    nouvelles: file.nouvelles,
    changees: file.changees,
    retirees: file.retirees,
    prevenus: file.prevenus,
    publie_par: auteur && { id: auteur.id, nom: `${auteur.prenom} ${auteur.nom}`.trim() },
    publie_le: file.creeLe.toISOString(),
  };
}
