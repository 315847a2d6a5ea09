import { createHmac } from "node:crypto";
import type { Context } from "./context";
import { env } from "./env";

/** A stable stand-in for a person, e.g. `client-7f3a91`, that cannot be turned back without the secret. */
export function pseudonym(type: string, id: number): string {
  const digest = createHmac("sha256", env().NEXTAUTH_SECRET).update(`pseudonym:${type}:${id}`).digest("hex");
  return `${type}-${digest.slice(0, 6)}`;
}

/**
 * A question about people as an auditeur may ask it: a search, an order or a cursor by name would tell whose pseudonym
 * a row is, so words are left out and names give way to ids.
 */
export function nameless<T extends { q?: string; ordering?: string }>(ctx: Context, asked: T): T {
  if (ctx.actor.role !== "auditeur") return asked;
  return { ...asked, q: undefined, ordering: (asked.ordering ?? "id").replace("nom", "id") };
}
