import type { ExecutionRow } from "./execution-store";
import type { Anomalie, Execution } from "./schemas";

/** A run as everyone who may see it sees it: ids and codes, no name. */
export function presentExecution(row: ExecutionRow): Execution {
  return {
    id: row.id,
    tache_id: row.tacheId,
    etat: row.statut,
    intact: row.statut === "terminee" ? row.total === 0 : null,
    prestations: row.prestations,
    factures: row.factures,
    entrees: row.entrees,
    total: row.total,
    anomalies: row.anomalies as Anomalie[],
    cree_le: row.creeLe.toISOString(),
    terminee_le: row.termineeLe?.toISOString() ?? null,
  };
}
