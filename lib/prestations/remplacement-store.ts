import { and, eq, ne, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { prestations } from "@/db/schema/prestations";
import { opened } from "@/db/vault/open";
import { type PrestationFile, selectFiles } from "./store";

/** Visits taken from somebody for an absence, cancelled ones left out, in order of time; 500 at most. */
export function selectReplaced(db: Queryable, absenceId: number): Promise<PrestationFile[]> {
  const where = and(eq(prestations.absenceId, absenceId), ne(prestations.statut, "annulee"));
  return opened(db, selectFiles(db, where, [sql`${prestations.debut}`, sql`${prestations.id}`], 500));
}
