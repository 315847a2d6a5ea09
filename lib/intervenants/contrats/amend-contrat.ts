import { refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { insertAvenant, touchContrat } from "./contrat-store";
import { presentContrat } from "./present-contrat";
import { avenantBody } from "./schemas";
import { closeContrat, minutesOf, openContrat } from "./write-contrat";

/**
 * Adds an amendment: other hours or another agreement from a day on, for good or until `au`. What stood before is kept.
 * Throws `notFound`, `preconditionFailed`, `outsideContract` on du or au.
 */
export const amendContrat = command({
  name: "contrat.amend",
  input: avenantBody,
  run: async ({ db, input, ctx, scope }) => {
    const { du, au, convention, mode, motif } = input;
    const before = await openContrat(db, scope, input);
    if (du < before.debut || (before.fin !== null && du > before.fin))
      throw refuseField("outsideContract", "du");
    if (au !== null && (au < du || (before.fin !== null && au > before.fin)))
      throw refuseField("outsideContract", "au");
    const numero = (before.avenants.at(-1)?.numero ?? -1) + 1;
    const minutes = minutesOf(input);
    await insertAvenant(db, {
      contratId: before.id,
      intervenantId: before.intervenantId,
      numero,
      du,
      au,
      convention,
      mode,
      ...minutes,
      motif,
      creePar: ctx.actor.id,
      creeLe: ctx.now,
    });
    await touchContrat(db, before, {}, ctx.now);
    const file = await closeContrat(db, ctx, scope, before.id);
    const data = { intervenant_id: file.intervenantId, numero, du, au, convention, mode, ...minutes };
    return {
      change: {
        objet: { type: "contrat", id: file.id, version: file.version },
        agenceId: file.agenceId,
        data,
      },
      result: presentContrat(file, ctx),
    };
  },
});
