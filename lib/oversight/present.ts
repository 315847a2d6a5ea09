import { pseudonym } from "@/lib/foundation/pseudonym";
import { isIntact } from "./entry";
import type { AuditDetail, AuditShape } from "./schemas";
import type { AuditRow } from "./store";

/** An entry of the log; the person who acted is a stable pseudonym, for every reader. */
export function presentAudit(row: AuditRow): AuditShape {
  return {
    id: row.id,
    horodatage: new Date(row.horodatage).toISOString(),
    acteur: row.acteurId === null ? "-" : pseudonym("utilisateur", row.acteurId),
    acteur_type: row.acteurType,
    role: row.role,
    action: row.action,
    objet: `${row.objetType}:${row.objetId}`,
    resultat: row.resultat,
    requete: row.requete,
    agence_id: row.agenceId,
  };
}

export function presentAuditDetail(row: AuditRow, before: AuditRow | undefined): AuditDetail {
  const { data } = JSON.parse(row.canon) as { data?: Record<string, unknown> };
  return {
    ...presentAudit(row),
    flux: row.flux,
    seq: row.seq,
    precedent: row.precedent,
    feuille: row.feuille,
    canon: row.canon,
    donnees: data ?? {},
    intacte: isIntact(row, before),
  };
}
