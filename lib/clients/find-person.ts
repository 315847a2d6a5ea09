import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { Scope } from "@/lib/foundation/policy";
import { type ClientRow, findClient } from "./store";

/** The client's own row within reach, for a higher slice that works in its own transaction. */
export async function findClientPerson(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  id: number,
): Promise<ClientRow | undefined> {
  return (await findClient(db, scope, ctx.now, id))?.client;
}
