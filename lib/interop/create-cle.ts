import type { Tx } from "@/db/client";
import { newKey } from "@/lib/foundation/api-key";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findAgences } from "@/lib/organisation/find-agences";
import { tellHolder } from "@/lib/organisation/tell-holder";
import { insertCle } from "./cle-store";
import { presentCle } from "./present-cle";
import { cleBody } from "./schemas-cle";

/**
 * Makes a key that acts for its maker within its scopes, never beyond the maker's own role, until it expires; kept to
 * agencies, it acts as their gestionnaire. The key is in this answer and never again; its maker is told by e-mail.
 */
export const createCle = command({
  name: "cle.create",
  input: cleBody,
  secret: true,
  run: async ({ db, input: { duree_jours, agence_ids: agenceIds, ...given }, ctx }) => {
    if (ctx.actor.id === null) throw new Refused("forbidden");
    if (agenceIds) await checkAgences(db, agenceIds);
    const { secret, ...kept } = newKey();
    const expireLe = new Date(ctx.now.getTime() + duree_jours * 86_400_000);
    const row = await insertCle(db, {
      ...given,
      ...kept,
      agenceIds,
      utilisateurId: ctx.actor.id,
      expireLe,
      creeLe: ctx.now,
    });
    await tellHolder(db, ctx, ctx.actor.id, { gabarit: "keyCreated", page: "/admin/cles" });
    const data = { portees: row.portees, agences: row.agenceIds, expire_le: expireLe.toISOString() };
    return {
      change: { objet: { type: "cle", id: row.id }, data },
      result: { ...presentCle(row, ctx.now), secret },
    };
  },
});

async function checkAgences(db: Tx, ids: readonly number[]): Promise<void> {
  const known = new Set((await findAgences(db)).map(({ id }) => id));
  if (!ids.every((id) => known.has(id)))
    throw new Refused("validation", { errors: [{ pointer: "/agence_ids", code: "invalidChoice" }] });
}
