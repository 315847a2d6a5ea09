import type { Context } from "@/lib/foundation/context";
import { env } from "@/lib/foundation/env";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { verifyPassword } from "@/lib/foundation/password";
import { clearUses, countAttempt, countUse, refuseBeyond } from "@/lib/foundation/rate-limit";
import { secretHash } from "@/lib/foundation/tokens";
import { findAccountByEmail, findAccountById, type UtilisateurRow } from "./account-store";
import { announceOnce } from "./announce-once";

/** Failures from one network address before it must wait, whatever the accounts. */
const PER_ADDRESS = { max: 50, windowSeconds: 900 };

/** Key under which failures for an e-mail are counted; the address itself is not stored. */
export const attemptsKey = (email: string) => `connexion:${secretHash(`${env().NEXTAUTH_SECRET}:${email}`)}`;

/**
 * The account that these credentials open. Same work, same refusals and same lock whether or not it exists. Throws
 * `invalidCredentials`, `accountLocked` (after five failures), `rateLimited`, `emailNotConfirmed` (right password only).
 */
export async function verifyCredentials(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<UtilisateurRow> {
  const address = ctx.ip ? `connexion:ip:${ctx.ip}` : undefined;
  if (address) await refuseBeyond(ctx.db, address, PER_ADDRESS, ctx.now);
  const key = attemptsKey(email);
  try {
    await countAttempt(ctx.db, key, ctx.now);
  } catch (error) {
    if (error instanceof Refused && error.code === "accountLocked")
      await warnHolder(ctx, key, (await findAccountByEmail(ctx.db, email))?.id);
    throw error;
  }
  const account = await findAccountByEmail(ctx.db, email);
  const isRight = await verifyPassword(password, account?.motDePasse ?? null);
  const objet = account && { type: "utilisateur", id: account.id };
  if (!account?.actif || !isRight) {
    if (address) await countUse(ctx.db, address, { ...PER_ADDRESS, max: Number.POSITIVE_INFINITY }, ctx.now);
    throw new Refused("invalidCredentials", { objet });
  }
  await clearUses(ctx.db, key);
  if (!account.emailVerifieLe) throw new Refused("emailNotConfirmed", { objet });
  return account;
}

const HOUR_MS = 3_600_000;
/** Stands for the account that there is not, so that a stranger is answered as slowly as an owner is. */
const NOBODY = 2_147_483_647;

/** Tells the holder that sign-in is blocked, once an hour at most; the same work is done for nobody. */
export async function warnHolder(ctx: Context, key: string, utilisateurId: number | undefined) {
  const cle = `${key}:${Math.floor(ctx.now.getTime() / HOUR_MS)}`;
  await ctx.db.transaction(async (tx) => {
    if ((await announceOnce(tx, [cle], ctx.now)).length === 0) return;
    const account = utilisateurId === undefined ? undefined : await findAccountById(tx, utilisateurId);
    const objet_id = account?.actif ? account.id : NOBODY;
    await enqueue(tx, "notification.create", { type: "compte.verrouille", objet_id, acteur_id: null, cle });
  });
}
