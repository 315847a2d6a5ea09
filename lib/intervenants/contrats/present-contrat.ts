import type { Context } from "@/lib/foundation/context";
import { civilDay, withOffset } from "@/lib/foundation/zoned";
import { catalogueOn } from "@/lib/organisation/conventions/catalogue";
import type { AvenantRow, ContratFile } from "./contrat-store";
import type { AvenantShape, ContratShape } from "./schemas";
import { etatOn, termesOn } from "./termes";

/** A contract with its amendments; an auditeur does not see the reasons. */
export function presentContrat(file: ContratFile, ctx: Context): ContratShape {
  const hidden = ctx.actor.role === "auditeur";
  const jour = civilDay(ctx.now, file.fuseau);
  const etat = etatOn(file, jour);
  const avenant = (row: AvenantRow) => presentAvenant(row, file.fuseau, hidden);
  const actuel = etat === "en_cours" ? termesOn(file.avenants, jour) : undefined;
  return {
    id: file.id,
    intervenant_id: file.intervenantId,
    agence_id: file.agenceId,
    nature: file.nature,
    etat,
    debut: file.debut,
    fin: file.fin,
    motif: hidden ? "" : file.motif,
    actuel: actuel ? avenant(actuel) : null,
    avenants: file.avenants.map(avenant),
    version: file.version,
    cree_le: withOffset(file.creeLe, file.fuseau),
    modifie_le: withOffset(file.modifieLe, file.fuseau),
  };
}

const presentAvenant = (row: AvenantRow, fuseau: string, hidden: boolean): AvenantShape => ({
  numero: row.numero,
  du: row.du,
  au: row.au,
  convention: row.convention,
  mode: row.mode,
  heures_semaine: Math.round(row.minutesSemaine / 0.6) / 100,
  heures_annee: row.minutesAnnee === null ? null : Math.round(row.minutesAnnee / 0.6) / 100,
  temps_partiel: row.minutesSemaine < catalogueOn(row.convention, row.du).tempsPleinMin,
  motif: hidden ? "" : row.motif,
  cree_le: withOffset(row.creeLe, fuseau),
});
