import { command } from "@/lib/foundation/operation";
import { checkAddress } from "@/lib/foundation/outbound/address";
import { presentAppareil } from "./present-push";
import { savePush } from "./push-store";
import { pushSubscribe } from "./schemas-push";

/** More than one person uses; a browser that was reset leaves an address behind that nobody answers at. */
const MOST_DEVICES = 10;

/**
 * Sends the caller's notices to a browser from now on, also while the product is closed. Asked twice for the same
 * browser it is kept once. Throws `addressRefused` when the address leads into a private network.
 */
export const subscribePush = command({
  name: "push.subscribe",
  input: pushSubscribe,
  prepare: async ({ input }) => {
    await checkAddress(input.adresse, "adresse");
  },
  run: async ({ db, input: { adresse, cles, appareil }, ctx, scope }) => {
    const keys = { cleP256dh: cles.p256dh, cleAuth: cles.auth };
    const utilisateurId = scope.utilisateurId ?? 0;
    const values = { utilisateurId, adresse, appareil, creeLe: ctx.now, ...keys };
    const row = await savePush(db, values, MOST_DEVICES);
    return { change: { objet: { type: "push", id: row.id } }, result: presentAppareil(row) };
  },
});
