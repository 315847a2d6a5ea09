import { query } from "@/lib/foundation/operation";
import { listAgences as listRows } from "./agence-store";
import { presentAgence } from "./present-agence";
import { agenceList } from "./schemas-agence";

/** Agencies by name. Guests and clients see open ones and their public face; an admin sees closed ones too. */
export const listAgences = query({
  name: "agence.list",
  input: agenceList,
  run: async ({ db, input, ctx }) => {
    const page = await listRows(db, input, ctx.actor.role === "admin");
    return { ...page, results: page.results.map((row) => presentAgence(row, ctx.actor.role)) };
  },
});
