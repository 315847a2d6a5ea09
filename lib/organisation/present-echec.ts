import type { QueueName } from "@/db/queues";
import { failureLine } from "@/lib/foundation/log";
import type { EchecRow } from "./echec-store";
import type { Echec } from "./schemas-echec";

export const fileOf = ({ name }: Pick<EchecRow, "name">) => name.replace(/\.dead$/, "") as QueueName;

/** A number that the job was told, such as the long work that it belongs to. */
export function told({ data }: Pick<EchecRow, "data">, key: "tache_id" | "courriel_id"): number | null {
  const value = (data as Record<string, unknown> | null)?.[key];
  return typeof value === "number" ? value : null;
}

export function presentEchec(row: EchecRow): Echec {
  return {
    id: row.id,
    file: fileOf(row),
    quand: iso(row.createdOn),
    cree_le: row.sourceCreatedOn === null ? null : iso(row.sourceCreatedOn),
    tentatives: (row.sourceRetryCount ?? 0) + 1,
    erreur: failureLine(row.sourceOutput),
    tache_id: told(row, "tache_id"),
  };
}

const iso = (text: string) => new Date(text).toISOString();
