import type { Queryable } from "@/db/client";
import type { Role } from "@/lib/foundation/context";
import { type FieldCode, Refused } from "@/lib/foundation/errors";
import { countAgencesAmong } from "./utilisateur-store";

/**
 * The agencies of an account, without repeats. Throws `validation` on agence_ids when one does not exist, or when a
 * gestionnaire would be left without any.
 */
export async function checkedAgences(
  db: Queryable,
  role: Role,
  asked: readonly number[],
): Promise<readonly number[]> {
  const ids = [...new Set(asked)].sort((a, b) => a - b);
  if (role === "gestionnaire" && ids.length === 0) throw refused("required");
  if ((await countAgencesAmong(db, ids)) !== ids.length) throw refused("invalidChoice");
  return ids;
}

const refused = (code: FieldCode): Refused =>
  new Refused("validation", { errors: [{ pointer: "/agence_ids", code }] });
