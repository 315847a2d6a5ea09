import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import type { Context, Role } from "@/lib/foundation/context";
import { noteSession } from "@/lib/foundation/open-sessions";
import { sessionSeconds } from "@/lib/foundation/session-life";
import { ACCESS_SECONDS, oneTimeSecret, signAccessToken } from "@/lib/foundation/tokens";
import type { Tokens } from "./schemas-account";
import { insertRefresh } from "./token-store";

type For = { id: number; role: Role; versionJeton: number };

/** An access token and a refresh token; without `family` a new family begins, which ends when a session would. */
export async function issueTokens(
  tx: Tx,
  ctx: Context,
  { id, role, versionJeton }: For,
  family?: { famille: string; expireLe: Date },
): Promise<Tokens> {
  const { secret, empreinte } = oneTimeSecret();
  const end = new Date(ctx.now.getTime() + sessionSeconds(role) * 1000);
  const { famille, expireLe } = family ?? { famille: randomUUID(), expireLe: end };
  // A family ends a fixed time after the password was given, which tells when that was.
  const authentifieLe = new Date(expireLe.getTime() - sessionSeconds(role) * 1000);
  const { agent, ip, now } = ctx;
  if (!family)
    await noteSession(tx, { sid: famille, utilisateurId: id, type: "jeton", agent, ip, expireLe, now });
  await insertRefresh(tx, { utilisateurId: id, famille, empreinte, expireLe, creeLe: ctx.now });
  return {
    access_token: await signAccessToken(id, versionJeton, ctx.now, { sid: famille, authentifieLe }),
    token_type: "Bearer",
    expires_in: ACCESS_SECONDS,
    refresh_token: secret,
    role,
  };
}
