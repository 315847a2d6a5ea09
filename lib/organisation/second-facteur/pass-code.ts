import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { clearUses, countAttempt } from "@/lib/foundation/rate-limit";
import { warnHolder } from "../credentials";
import { tellHolder } from "../tell-holder";
import { lockFacteur, noteStep, spendCode } from "./facteur-store";
import { plainCode, recoveryHash } from "./recovery";
import { stepOf } from "./totp";

const attemptsOn = (utilisateurId: number) => `second_facteur:${utilisateurId}`;

/**
 * Counts one attempt at someone's codes, before it is looked at and outside the transaction. Throws `accountLocked`
 * from the sixth on, longer each time; whoever tries knows the password, so the holder is told.
 */
export async function countCode(ctx: Context, utilisateurId: number): Promise<void> {
  try {
    await countAttempt(ctx.db, attemptsOn(utilisateurId), ctx.now);
  } catch (error) {
    if (error instanceof Refused && error.code === "accountLocked")
      await warnHolder(ctx, attemptsOn(utilisateurId), utilisateurId);
    throw error;
  }
}

/** A code was right: what was tried before counts no more. */
export const forgetAttempts = (tx: Tx, utilisateurId: number) => clearUses(tx, attemptsOn(utilisateurId));

/**
 * Accepts six digits of the application, or a recovery code, of someone whose attempt was counted; each opens once.
 * Returns which of them it was. Throws `wrongCode` on `code`.
 */
export async function passCode(
  tx: Tx,
  ctx: Context,
  utilisateurId: number,
  typed: string,
): Promise<"application" | "secours"> {
  const code = plainCode(typed);
  const facteur = await lockFacteur(tx, utilisateurId);
  if (!facteur?.secret) throw wrong(utilisateurId);
  if (/^\d{6}$/.test(code)) {
    const step = stepOf(facteur.secret, code, ctx.now);
    if (step === null || step <= facteur.dernierPas) throw wrong(utilisateurId);
    await noteStep(tx, utilisateurId, step);
    await forgetAttempts(tx, utilisateurId);
    return "application";
  }
  if (!(await spendCode(tx, utilisateurId, recoveryHash(utilisateurId, code), ctx.now)))
    throw wrong(utilisateurId);
  await forgetAttempts(tx, utilisateurId);
  await tellHolder(tx, ctx, utilisateurId, { gabarit: "recoveryCodeUsed", page: "/compte/securite" });
  return "secours";
}

/** Names whose code was wrong, for the log only. */
export function wrong(utilisateurId: number): Refused {
  const { code, details } = refuseField("wrongCode", "code");
  return new Refused(code, { ...details, objet: { type: "utilisateur", id: utilisateurId } });
}
