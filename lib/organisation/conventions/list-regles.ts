import { query } from "@/lib/foundation/operation";
import { openRegles } from "./open-regles";
import { regleList } from "./schemas";

/** Working-time rules of an agreement as an agency applies them on a day. Throws `notFound`. */
export const listRegles = query({
  name: "regle.list",
  input: regleList,
  run: ({ db, input, ctx, scope }) => openRegles(db, ctx, scope, input),
});
