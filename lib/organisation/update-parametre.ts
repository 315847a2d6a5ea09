import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { forgetParametres } from "@/lib/foundation/read-parametres";
import { openParametre } from "./open-parametre";
import { lockParametre, saveParametre, selectParametres } from "./parametre-store";
import { parametrePatch } from "./schemas-parametre";

/**
 * Changes a setting of the product or of an agency, or (`valeur` null) lets the level above decide again. Other
 * processes follow within 30 s. Throws `notFound`, or `preconditionFailed` when `version` has passed.
 */
export const updateParametre = command({
  name: "parametre.update",
  input: parametrePatch,
  run: async ({ db, input, ctx }) => {
    const { cle, agence_id: agenceId, valeur } = input;
    await lockParametre(db, cle);
    const before = await openParametre(db, cle, agenceId);
    if (input.version !== undefined && input.version !== before.version)
      throw new Refused("preconditionFailed");
    const rows = await selectParametres(db, agenceId, [cle]);
    const row = rows.find((one) => one.agenceId === (agenceId ?? null));
    const kept = row?.valeur ?? null;
    if (kept === valeur) return { change: [], result: before };
    await saveParametre(db, { before: row, cle, agenceId: agenceId ?? null, valeur, now: ctx.now });
    forgetParametres();
    const result = await openParametre(db, cle, agenceId);
    return {
      change: {
        objet: { type: "parametre", id: cle, version: result.version },
        agenceId: agenceId ?? null,
        data: { avant: before.valeur, apres: result.valeur, source: result.source },
      },
      result,
    };
  },
});
