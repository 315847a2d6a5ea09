import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { openRapport } from "./open-rapport";

/** A stored run: the figures found then, under the names of today. Throws `notFound`. */
export const readRapport = query({
  name: "rapport.read",
  input: byId,
  run: ({ db, input, ctx, scope }) => openRapport(db, ctx, scope, input.id),
  reads: ({ id, agence_id }) => ({ type: "rapport", id, agenceId: agence_id }),
});
