import { refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { touchContrat } from "./contrat-store";
import { presentContrat } from "./present-contrat";
import { finBody } from "./schemas";
import { closeContrat, openContrat } from "./write-contrat";

/** Says a contract's last day, or another one. Throws `notFound`, `preconditionFailed`, `outsideContract` on fin. */
export const endContrat = command({
  name: "contrat.end",
  input: finBody,
  run: async ({ db, input, ctx, scope }) => {
    const { fin, motif } = input;
    const before = await openContrat(db, scope, input);
    if (fin < before.debut) throw refuseField("outsideContract", "fin");
    await touchContrat(db, before, { fin, ...(motif !== "" && { motif }) }, ctx.now);
    const file = await closeContrat(db, ctx, scope, before.id);
    const { intervenantId, agenceId, version } = file;
    return {
      change: {
        objet: { type: "contrat", id: file.id, version },
        agenceId,
        data: { intervenant_id: intervenantId, avant: before.fin, fin },
      },
      result: presentContrat(file, ctx),
    };
  },
});
