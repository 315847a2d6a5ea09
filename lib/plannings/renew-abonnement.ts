import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { oneTimeSecret } from "@/lib/foundation/tokens";
import { presentSecret } from "./abonnement";
import { updateAbonnement } from "./abonnement-store";
import { abonnementRef } from "./schemas-abonnement";

/** Gives a calendar address a new secret; the old address answers 404 from now on. Throws `notFound`. */
export const renewAbonnement = command({
  name: "abonnement.renew",
  input: abonnementRef,
  secret: true,
  run: async ({ db, input, ctx, scope }) => {
    const who = { id: input.id, utilisateurId: scope.utilisateurId ?? 0 };
    const { secret, empreinte } = oneTimeSecret();
    const row = await updateAbonnement(db, who, { empreinte, secretLe: ctx.now }, ctx.now);
    if (!row) throw new Refused("notFound");
    return {
      change: { objet: { type: "abonnement", id: row.id, version: row.version } },
      result: presentSecret(row, secret),
    };
  },
});
