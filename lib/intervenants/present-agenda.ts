import type { Context } from "@/lib/foundation/context";
import { withOffset } from "@/lib/foundation/zoned";
import type { AbsenceListRow } from "./absence-store";
import type { DisponibiliteRow } from "./disponibilite-store";
import type { AbsenceShape, DisponibiliteShape } from "./schemas";

export function presentDisponibilite(row: DisponibiliteRow): DisponibiliteShape {
  return {
    id: row.id,
    intervenant_id: row.intervenantId,
    jour: row.jour,
    heure_debut: row.heureDebut.slice(0, 5),
    heure_fin: row.heureFin.slice(0, 5),
    du: row.du,
    au: row.au,
  };
}

/** An absence; an auditeur does not see why someone is away. */
export function presentAbsence(row: AbsenceListRow, ctx: Context): AbsenceShape {
  const hidden = ctx.actor.role === "auditeur";
  return {
    id: row.id,
    intervenant_id: row.intervenantId,
    agence_id: row.agenceId,
    debut: withOffset(row.debut, row.fuseau),
    fin: withOffset(row.fin, row.fuseau),
    type: hidden ? "autre" : row.type,
    statut: row.statut,
    motif: hidden ? "" : row.motif,
    prestations_a_remplacer: row.aRemplacer,
    prestations_remplacees: row.remplacees,
    decide_le: row.decideLe ? withOffset(row.decideLe, row.fuseau) : null,
    cree_le: withOffset(row.creeLe, row.fuseau),
  };
}
