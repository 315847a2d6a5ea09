import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { Fait, Gabarit } from "@/lib/organisation/courriel/gabarit";
import { queueCourriel } from "@/lib/organisation/courriel/queue-courriel";
import { adminsOf, type Person } from "./personne-store";
import type { Donnees } from "./redaction";
import { insertNotification } from "./store";

export type Admin = Person;

/**
 * Tells every active admin by notice and by e-mail, in their language, at any hour. `cle` names the event: each admin
 * is told of it once. Returns how many were told now.
 */
export async function tellAdmins(
  tx: Tx,
  ctx: Context,
  event: {
    type: string;
    donnees: Donnees;
    lien: string;
    gabarit: Gabarit;
    faits: (admin: Admin) => Partial<Record<Fait, string>>;
    cle: string;
  },
): Promise<number> {
  const { type, donnees, lien, gabarit } = event;
  let told = 0;
  for (const admin of await adminsOf(tx)) {
    const cle = `${event.cle}:${admin.id}`;
    const notice = { utilisateurId: admin.id, type, donnees, lien, cle, creeLe: ctx.now };
    if ((await insertNotification(tx, notice)) === undefined) continue;
    const params = { prenom: admin.prenom, page: lien, faits: event.faits(admin) };
    await queueCourriel(tx, ctx, { to: admin.email, langue: admin.langue, gabarit, params, cle });
    told += 1;
  }
  return told;
}
