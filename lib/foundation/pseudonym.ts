import { createHmac } from "node:crypto";
import { env } from "./env";

/** A stable stand-in for a person, e.g. `client-7f3a91`, that cannot be turned back without the secret. */
export function pseudonym(type: string, id: number): string {
  const digest = createHmac("sha256", env().NEXTAUTH_SECRET).update(`pseudonym:${type}:${id}`).digest("hex");
  return `${type}-${digest.slice(0, 6)}`;
}
