import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findAgenceById } from "./agence-store";
import { presentAgence } from "./present-agence";

/** One agency. Throws `notFound` when absent, or closed for anyone but an admin. */
export const readAgence = query({
  name: "agence.read",
  input: byId,
  run: async ({ db, input, ctx }) => {
    const row = await findAgenceById(db, input.id);
    if (!row || (!row.actif && ctx.actor.role !== "admin")) throw new Refused("notFound");
    return presentAgence(row, ctx.actor.role);
  },
});
