import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { answerWith } from "./present";
import { lockRecommandation, writeDecision } from "./recommandation-store";
import { decisionBody } from "./schemas";
import { worksFor } from "./store";

/**
 * Records whom a person chose, proposed or not, or nobody; once. The visit itself is assigned by its own operation.
 * Throws `notFound`, `alreadyDecided`, `intervenantUnknown`.
 */
export const decideRecommandation = command({
  name: "recommandation.decide",
  input: decisionBody,
  run: async ({ db, input, ctx, scope }) => {
    const row = await lockRecommandation(db, scope, input.id);
    if (!row) throw new Refused("notFound");
    if (row.decideLe) throw new Refused("alreadyDecided");
    const chosen = input.intervenant_id;
    if (chosen !== null && !(await worksFor(db, chosen, row.agenceId)))
      throw refuseField("intervenantUnknown", "intervenant_id");
    await writeDecision(db, row.id, {
      intervenantChoisi: chosen,
      decideLe: ctx.now,
      decidePar: ctx.actor.id,
    });
    const rang = row.propositions.findIndex((one) => one.intervenant_id === chosen) + 1;
    return {
      change: {
        objet: { type: "recommandation", id: row.id },
        agenceId: row.agenceId,
        // The rank among those proposed; null: the person chose otherwise.
        data: { intervenant_id: chosen, rang: rang || null },
      },
      result: await answerWith(db, ctx, scope, row.id),
    };
  },
});
