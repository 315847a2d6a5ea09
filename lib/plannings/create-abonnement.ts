import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { oneTimeSecret } from "@/lib/foundation/tokens";
import { MOST_ABONNEMENTS, presentSecret } from "./abonnement";
import { countAbonnements, insertAbonnement } from "./abonnement-store";
import { abonnementCreate } from "./schemas-abonnement";

/**
 * A new secret address (256 bits) from which a calendar application reads the caller's visits; it is told once and only
 * its hash is kept. Throws `tooManySubscriptions` beyond five.
 */
export const createAbonnement = command({
  name: "abonnement.create",
  input: abonnementCreate,
  secret: true,
  run: async ({ db, input, ctx, scope }) => {
    const utilisateurId = scope.utilisateurId ?? 0;
    if ((await countAbonnements(db, utilisateurId)) >= MOST_ABONNEMENTS)
      throw new Refused("tooManySubscriptions", { params: { max: MOST_ABONNEMENTS } });
    const { secret, empreinte } = oneTimeSecret();
    const row = await insertAbonnement(db, { utilisateurId, nom: input.nom, empreinte }, ctx.now);
    return {
      change: { objet: { type: "abonnement", id: row.id, version: row.version } },
      result: presentSecret(row, secret),
    };
  },
});
