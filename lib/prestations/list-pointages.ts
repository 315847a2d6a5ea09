import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { withOffset } from "@/lib/foundation/zoned";
import { findOwner, selectPointages } from "./pointage-store";
import type { Pointages } from "./schemas";

/** Arrivals and departures clocked on a visit (`id`). Places are for staff and the intervenant themself. */
export const listPointages = query({
  name: "pointage.list",
  input: byId,
  run: async ({ db, input, ctx, scope }): Promise<Pointages> => {
    const [owner, rows] = await Promise.all([findOwner(db, scope, input.id), selectPointages(db, input.id)]);
    if (!owner) throw new Refused("notFound");
    const hidden = ctx.actor.role === "auditeur" || ctx.actor.role === "client";
    return {
      results: rows.map((row) => ({
        id: row.id,
        type: row.type,
        horodatage: withOffset(row.horodatage, owner.fuseau),
        recu_le: withOffset(row.recuLe, owner.fuseau),
        source: row.source,
        latitude: hidden ? null : row.latitude,
        longitude: hidden ? null : row.longitude,
      })),
    };
  },
});
