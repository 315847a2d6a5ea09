import type { Queryable, Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { oneTimeSecret, secretHash } from "@/lib/foundation/tokens";
import { findOneTime, type OneTimeRow, replaceOneTime, spendOneTimeRow, type Usage } from "./token-store";

const HOUR_MS = 3_600_000;
const lives: Record<Usage, number> = {
  confirmation: 24 * HOUR_MS,
  premier_admin: 24 * HOUR_MS,
  mot_de_passe: HOUR_MS,
  invitation: 7 * 24 * HOUR_MS,
};

/** A new secret for one use (24 h to confirm, 1 h for a password, 7 days for an invitation); the hash is kept. */
export async function issueOneTime(
  tx: Tx,
  ctx: Context,
  usage: Usage,
  utilisateurId: number | null,
): Promise<string> {
  const { secret, empreinte } = oneTimeSecret();
  const expireLe = new Date(ctx.now.getTime() + lives[usage]);
  await replaceOneTime(tx, { utilisateurId, usage, empreinte, expireLe, creeLe: ctx.now });
  return secret;
}

/** The row of a secret that is still good, without using it up. Throws `tokenExpired` or `tokenUsed`. */
export async function checkOneTime(
  db: Queryable,
  ctx: Context,
  usages: readonly Usage[],
  secret: string,
): Promise<OneTimeRow> {
  const row = await findOneTime(db, secretHash(secret), usages);
  if (!row || row.utiliseLe) throw new Refused("tokenUsed");
  if (row.expireLe <= ctx.now) throw new Refused("tokenExpired");
  return row;
}

/** Uses a secret up: of two at once, one succeeds. Throws `tokenExpired` or `tokenUsed`. */
export async function spendOneTime(
  tx: Tx,
  ctx: Context,
  usages: readonly Usage[],
  secret: string,
): Promise<OneTimeRow> {
  const row = await spendOneTimeRow(tx, secretHash(secret), usages, ctx.now);
  if (row) return row;
  await checkOneTime(tx, ctx, usages, secret);
  throw new Refused("tokenUsed");
}
