import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { answerWith } from "./present";

/** One proposal with what was decided. Throws `notFound`. */
export const readRecommandation = query({
  name: "recommandation.read",
  input: byId,
  run: ({ db, input, ctx, scope }) => answerWith(db, ctx, scope, input.id),
});
