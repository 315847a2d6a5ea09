import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { hashPassword } from "@/lib/foundation/password";
import { insertAccount, lockFirstAdmin, someAdminExists } from "./account-store";
import { checkOneTime, spendOneTime } from "./one-time-token";
import { refuseWeakPassword } from "./refuse-weak-password";
import { firstAdminInput } from "./schemas-account";

/**
 * Creates the first admin with the secret printed at start. Throws `tokenUsed` once there is an admin, `tokenExpired`
 * after 24 h, `weakPassword`. Their e-mail counts as confirmed: mail may not be set up yet.
 */
export const createFirstAdmin = command({
  name: "account.createFirstAdmin",
  input: firstAdminInput,
  prepare: async ({ input, ctx }) => {
    await checkOneTime(ctx.db, ctx, ["premier_admin"], input.jeton);
    await refuseWeakPassword(ctx.db, input.mot_de_passe, [input.email, input.prenom, input.nom]);
    return hashPassword(input.mot_de_passe);
  },
  run: async ({ db, input, ctx, prepared: motDePasse }) => {
    await lockFirstAdmin(db);
    await spendOneTime(db, ctx, ["premier_admin"], input.jeton);
    if (await someAdminExists(db)) throw new Refused("tokenUsed");
    const { email, prenom, nom, langue } = input;
    const person = { email, prenom, nom, langue, role: "admin" as const, motDePasse };
    const moment = { emailVerifieLe: ctx.now, creeLe: ctx.now, modifieLe: ctx.now };
    const id = await insertAccount(db, { ...person, ...moment });
    if (id === undefined) throw refuseField("emailTaken", "email");
    return { change: { objet: { type: "utilisateur", id, version: 1 } }, result: undefined };
  },
});
