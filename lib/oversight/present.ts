import { createHmac, randomBytes } from "node:crypto";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { isIntact, saysTheSame, textOf } from "./entry";
import type { AuditDetail, AuditShape } from "./schemas";
import type { HistoryEntry } from "./schemas-history";
import type { AuditRow, EntryProof, ShownRow } from "./store";

/** Objects that are persons: what was done to them tells as much as what they did. */
const persons = new Set(["client", "intervenant", "utilisateur"]);
const PSEUDONYM_CHARS = 12;

/**
 * Presents entries for one export: persons, those who acted and those acted upon, have pseudonyms drawn from a secret of
 * this export alone. Inside it the same person is always the same; two exports cannot be laid over each other.
 */
export function exportPresenter(): (row: ShownRow) => AuditShape {
  const secret = randomBytes(32);
  const name = (type: string, id: number | string) =>
    `${type}-${createHmac("sha256", secret).update(`${type}:${id}`).digest("hex").slice(0, PSEUDONYM_CHARS)}`;
  return (row) => ({
    ...presentAudit(row),
    acteur: row.acteurId === null ? "-" : name("utilisateur", row.acteurId),
    objet: persons.has(row.objetType) ? name(row.objetType, row.objetId) : `${row.objetType}:${row.objetId}`,
  });
}

/** An entry of the log; the person who acted is a stable pseudonym, for every reader. */
export function presentAudit(row: ShownRow): AuditShape {
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

export function presentAuditDetail(row: AuditRow, before: { feuille: string } | undefined): AuditDetail {
  const intacte = isIntact(row, before) && saysTheSame(row);
  return {
    ...presentAudit(row),
    flux: row.flux,
    seq: row.seq,
    precedent: row.precedent,
    feuille: row.feuille,
    canon: row.canon,
    donnees: textOf<{ data: Record<string, unknown> }>(row.canon).data ?? {},
    intacte,
  };
}

/** An entry in the history of an object. Without its proof (it was read at the same time as it was pruned) it does not hold. */
export function presentHistoryEntry(row: AuditRow, proof: EntryProof | undefined): HistoryEntry {
  const before = proof?.avant ? { feuille: proof.avant } : undefined;
  const isSealedSo = proof !== undefined && (proof.scellee === null || proof.scellee === row.feuille);
  return {
    ...presentAudit(row),
    flux: row.flux,
    seq: row.seq,
    intacte: isSealedSo && isIntact(row, before) && saysTheSame(row),
    point: proof?.point ?? null,
    donnees: textOf<{ data: Record<string, unknown> }>(row.canon).data ?? {},
  };
}
