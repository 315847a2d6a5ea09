import type { z } from "zod";
import { forgetAccount } from "@/lib/foundation/actor";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { hashPassword, verifyPassword } from "@/lib/foundation/password";
import { clearUses, countAttempt } from "@/lib/foundation/rate-limit";
import { findAccountById, updateAccount } from "./account-store";
import { changePassword } from "./change-password";
import { presentMoi } from "./present-account";
import { refuseWeakPassword } from "./refuse-weak-password";
import { moiPatch } from "./schemas-account";
import { lockUtilisateur } from "./utilisateur-store";

/**
 * Changes the caller's own name, language or password. A new password needs the present one, and ends every session
 * and token including this one (the browser's door opens a new one). Throws `weakPassword`, `accountLocked`, and
 * `validation` on `mot_de_passe_actuel`.
 */
export const updateMoi = command({
  name: "moi.update",
  input: moiPatch,
  prepare: ({ input, ctx }) => newHash(ctx, input),
  run: async ({ db, input, ctx, prepared: motDePasse }) => {
    const before = await lockUtilisateur(db, ctx.actor.id ?? 0);
    if (!before) throw new Refused("notFound");
    const { mot_de_passe_actuel: _now, nouveau_mot_de_passe: _next, ...person } = input;
    const version = motDePasse
      ? await changePassword(db, ctx, before, { ...person, motDePasse })
      : await updateAccount(db, before.id, person, ctx.now);
    forgetAccount(before.id);
    const fields = [...Object.keys(person), ...(motDePasse ? ["mot_de_passe"] : [])].sort();
    return {
      change: { objet: { type: "utilisateur", id: before.id, version }, data: { fields } },
      result: presentMoi({ ...before, ...person }, ctx),
    };
  },
});

async function newHash(ctx: Context, input: z.output<typeof moiPatch>): Promise<string | undefined> {
  const { mot_de_passe_actuel: actuel, nouveau_mot_de_passe: nouveau } = input;
  if (nouveau === undefined) return undefined;
  if (actuel === undefined) {
    throw new Refused("validation", { errors: [{ pointer: "/mot_de_passe_actuel", code: "required" }] });
  }
  const account = await findAccountById(ctx.db, ctx.actor.id ?? 0);
  const key = `mot_de_passe:${ctx.actor.id}`;
  await countAttempt(ctx.db, key, ctx.now);
  if (!(await verifyPassword(actuel, account?.motDePasse ?? null)) || !account) {
    const errors = [{ pointer: "/mot_de_passe_actuel", code: "invalidCredentials" as const }];
    throw new Refused("validation", { errors });
  }
  await clearUses(ctx.db, key);
  if (nouveau === actuel) throw refuseField("weakPassword", "nouveau_mot_de_passe", { min: 15 });
  await refuseWeakPassword(
    ctx.db,
    nouveau,
    [account.email, account.prenom, account.nom],
    "nouveau_mot_de_passe",
  );
  return hashPassword(nouveau);
}
