import type { Queryable } from "@/db/client";
import { type AgenceRow, selectAllAgences } from "./agence-store";

/** Every agency, closed ones too: they are few. For operations of higher slices that read many lines at once. */
export function findAgences(db: Queryable): Promise<AgenceRow[]> {
  return selectAllAgences(db);
}
