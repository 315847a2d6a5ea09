import type { Queryable } from "@/db/client";
import { insertAnnonces } from "./annonce-store";

/** Notes that these events are told; returns those that nobody had told before, whoever asks at the same moment. */
export const announceOnce = (db: Queryable, cles: readonly string[], now: Date): Promise<string[]> =>
  insertAnnonces(db, cles, now);
