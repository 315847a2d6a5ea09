import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { hasSecondFactor } from "@/lib/foundation/second-factor";
import type { UtilisateurRow } from "../account-store";
import { verifyCredentials } from "../credentials";
import { newChallenge } from "./challenge";
import { countCode, passCode } from "./pass-code";

type Given = { email: string; password: string; code?: string };
type Known = UtilisateurRow & { asksCode: boolean };

/**
 * The account that a password opens, before the transaction; its attempt at a code is counted. Throws as
 * `verifyCredentials` does, and `secondFactorRequired` when a code is asked for and none was given.
 */
export async function verifyFactors(ctx: Context, { code, ...given }: Given): Promise<Known> {
  const account = await verifyCredentials(ctx, given);
  const asksCode = await hasSecondFactor(ctx.db, account.id);
  if (!asksCode) return { ...account, asksCode };
  if (code === undefined) {
    const objet = { type: "utilisateur", id: account.id };
    throw new Refused("secondFactorRequired", { objet, extra: { defi: newChallenge(account, ctx.now) } });
  }
  await countCode(ctx, account.id);
  return { ...account, asksCode };
}

/** Accepts the code of an account that asks for one, once. Throws `wrongCode`. */
export async function passSecondFactor(
  tx: Tx,
  ctx: Context,
  account: Known,
  code: string | undefined,
): Promise<"application" | "secours" | undefined> {
  return account.asksCode ? passCode(tx, ctx, account.id, code ?? "") : undefined;
}
