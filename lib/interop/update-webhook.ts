import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { checkAddress } from "@/lib/foundation/outbound/address";
import { presentWebhook } from "./present";
import { webhookPatch } from "./schemas";
import { lockWebhook, updateWebhookRow } from "./webhook-store";

/** Started again by a person: what went wrong before is forgotten. */
const afresh = { arretMotif: null, arretLe: null, echecs: 0 };

/** Changes an address, or stops and starts it. Throws `addressRefused`, `preconditionFailed`. */
export const updateWebhook = command({
  name: "webhook.update",
  input: webhookPatch,
  prepare: async ({ input }) => (input.url === undefined ? undefined : checkAddress(input.url)),
  run: async ({ db, input, ctx }) => {
    const { id, version, ...wanted } = input;
    const before = await lockWebhook(db, id);
    if (!before) throw new Refused("notFound");
    if (version !== undefined && version !== before.version) throw new Refused("preconditionFailed");
    const started = wanted.actif === true && !before.actif;
    const row = await updateWebhookRow(db, id, { ...wanted, ...(started ? afresh : {}) }, ctx.now);
    const data = { fields: Object.keys(wanted).sort(), actif: row.actif, evenements: row.evenements };
    return {
      change: { objet: { type: "webhook", id, version: row.version }, data },
      result: presentWebhook(row),
    };
  },
});
