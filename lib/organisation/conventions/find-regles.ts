import type { Queryable } from "@/db/client";
import type { Convention } from "./regle";
import { findAgenceTravail, selectApplied } from "./regle-store";

/** An agency as working-time rules need it. For operations of higher slices, in their own transaction. */
export const findAgenceDuTravail = (db: Queryable, id: number) => findAgenceTravail(db, id);

/** Where an agency differs from some agreements, without the reasons; in the order in which it was written. */
export const findEcarts = (db: Queryable, agenceId: number, of: readonly Convention[]) =>
  selectApplied(db, agenceId, of);
