import { newKey } from "@/lib/foundation/api-key";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { insertCle } from "./cle-store";
import { presentCle } from "./present-cle";
import { cleBody } from "./schemas-cle";

/**
 * Makes a key that acts for its maker within its scopes, never beyond the maker's own role, until it expires. The key
 * is in this answer and never again.
 */
export const createCle = command({
  name: "cle.create",
  input: cleBody,
  secret: true,
  run: async ({ db, input: { duree_jours, ...given }, ctx }) => {
    if (ctx.actor.id === null) throw new Refused("forbidden");
    const { secret, ...kept } = newKey();
    const expireLe = new Date(ctx.now.getTime() + duree_jours * 86_400_000);
    const row = await insertCle(db, {
      ...given,
      ...kept,
      utilisateurId: ctx.actor.id,
      expireLe,
      creeLe: ctx.now,
    });
    const data = { portees: row.portees, expire_le: expireLe.toISOString() };
    return {
      change: { objet: { type: "cle", id: row.id }, data },
      result: { ...presentCle(row, ctx.now), secret },
    };
  },
});
