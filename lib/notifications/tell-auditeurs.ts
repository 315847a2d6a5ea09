import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { Fait, Gabarit } from "@/lib/organisation/courriel/gabarit";
import { queueCourriel } from "@/lib/organisation/courriel/queue-courriel";
import { auditeursOf } from "./personne-store";

/** Writes every active auditeur an e-mail in their language; `cle` names the event: each is told of it once. How many. */
export async function tellAuditeurs(
  tx: Tx,
  ctx: Context,
  event: { page: string; gabarit: Gabarit; faits: Partial<Record<Fait, string>>; cle: string },
): Promise<number> {
  const { page, gabarit, faits } = event;
  const auditeurs = await auditeursOf(tx);
  for (const { id, email, prenom, langue } of auditeurs)
    await queueCourriel(tx, ctx, {
      to: email,
      langue,
      gabarit,
      params: { prenom, page, faits },
      cle: `${event.cle}:${id}`,
    });
  return auditeurs.length;
}
