import type { Tx } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { type AbsenceListRow, findAbsence, holdAbsence } from "./absence-store";

export { findAbsence } from "./absence-store";

/** An absence within reach as it stays until the transaction ends. Throws `notFound`. */
export async function openAbsence(tx: Tx, scope: Scope, id: number): Promise<AbsenceListRow> {
  await holdAbsence(tx, id);
  const row = await findAbsence(tx, scope, id);
  if (!row) throw new Refused("notFound");
  return row;
}
