import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentConsentements } from "./present";
import { findConsenting, selectConsentements } from "./store";

/** What a client agreed to or withdrew, by purpose, with its history. Throws `notFound` out of reach. */
export const listConsentements = query({
  name: "consentement.list",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const client = await findConsenting(db, scope, input.id);
    if (!client) throw new Refused("notFound");
    return presentConsentements(client.id, await selectConsentements(db, client.id), ctx);
  },
});
