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
    const activite = type ? await matchActivite(db, type) : undefined;
    if (type && !activite) throw await unknownActivity(db);
    // A search by name would tell an auditeur whose pseudonym a row is.
    const words = ctx.actor.role === "auditeur" ? undefined : q;
    const page = await listRows(db, scope, { ...rest, q: words, activiteId: activite?.id });
    return { ...page, results: page.results.map((file) => presentPrestation(file, ctx)) };
  },
});
