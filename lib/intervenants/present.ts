import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import type { IntervenantShape } from "./schemas";
import type { IntervenantFileRow } from "./store";

/** An intervenant's file. To an auditeur the person is a pseudonym without contacts or place. */
export function presentIntervenant(row: IntervenantFileRow, ctx: Context): IntervenantShape {
  const hidden = ctx.actor.role === "auditeur";
  const text = (value: string) => (hidden ? "" : value);
  return {
    id: row.id,
    agence_id: row.agenceId,
    utilisateur_id: row.utilisateurId,
    matricule: text(row.matricule),
    civilite: hidden ? "autre" : row.civilite,
    nom: hidden ? pseudonym("intervenant", row.id) : row.nom,
    prenom: text(row.prenom),
    email: text(row.email),
    telephone: text(row.telephone),
    langues: row.langues as IntervenantShape["langues"],
    secteur: text(row.secteur),
    secteurs: hidden ? [] : row.secteurs,
    competences: row.competences,
    contrat: { type: row.contratType, heures_semaine: row.contratMinutesSemaine / 60 },
    embauche_le: hidden ? null : row.embaucheLe,
    latitude: hidden ? null : row.latitude,
    longitude: hidden ? null : row.longitude,
    actif: row.actif,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}
