import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { updateAbonnement } from "./abonnement-store";
import { abonnementRef } from "./schemas-abonnement";

/** Ends a calendar address: it answers 404 from now on, like one that never was. Throws `notFound`. */
export const revokeAbonnement = command({
  name: "abonnement.revoke",
  input: abonnementRef,
  run: async ({ db, input, ctx, scope }) => {
    const who = { id: input.id, utilisateurId: scope.utilisateurId ?? 0 };
    const row = await updateAbonnement(db, who, { revoqueLe: ctx.now }, ctx.now);
    if (!row) throw new Refused("notFound");
    return {
      change: { objet: { type: "abonnement", id: row.id, version: row.version } },
      result: { id: row.id },
    };
  },
});
