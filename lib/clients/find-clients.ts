import type { Queryable } from "@/db/client";
import type { Scope } from "@/lib/foundation/policy";
import { selectByEmail } from "./import-store";

/** Clients within reach by e-mail (lower case); one that several share is nobody's. */
export async function clientsByEmail(
  db: Queryable,
  scope: Scope,
  emails: readonly string[],
): Promise<Map<string, number>> {
  const rows = await selectByEmail(db, scope, emails);
  const byEmail = Map.groupBy(rows, ({ email }) => email);
  return new Map(
    [...byEmail].flatMap(([email, [first, second]]) => (first && !second ? [[email, first.id]] : [])),
  );
}
