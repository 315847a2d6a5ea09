import type { Queryable } from "@/db/client";
import { matchActivite, unknownActivity } from "@/lib/activites/match-activite";
import { query } from "@/lib/foundation/operation";
import { presentPrestation } from "./present";
import { prestationList } from "./schemas";
import { listPrestations as listRows } from "./store";

/** Visits within reach, by date. Throws `unknownActivity` when `type` means none. */
export const listPrestations = query({
  name: "prestation.list",
  input: prestationList,
  run: async ({ db, input, ctx, scope }) => {
    const { type, q, ...rest } = input;
    const activiteId = await activiteOf(db, type);
    // A search by name would tell an auditeur whose pseudonym a row is.
    const words = ctx.actor.role === "auditeur" ? undefined : q;
    const page = await listRows(db, scope, { ...rest, q: words, activiteId, now: ctx.now });
    return { ...page, results: page.results.map((file) => presentPrestation(file, ctx)) };
  },
});

/** The id of the activity that a filter means; undefined without a filter. Throws `unknownActivity`. */
export async function activiteOf(db: Queryable, type: string | undefined): Promise<number | undefined> {
  if (!type) return undefined;
  const activite = await matchActivite(db, type);
  if (!activite) throw await unknownActivity(db);
  return activite.id;
}
