import { Refused } from "@/lib/foundation/errors";
import { decimalToCents } from "@/lib/foundation/money";
import { command } from "@/lib/foundation/operation";
import { presentActivite } from "./present";
import { activitePatch } from "./schemas";
import { findActivite, findPrix, lockActivite, updateActiviteRow } from "./store";

/** Changes an activity's words and rules, or switches it off. Throws `notFound`, `preconditionFailed`. */
export const updateActivite = command({
  name: "activite.update",
  input: activitePatch,
  run: async ({ db, input, ctx }) => {
    const { id, version, plafond_credit_impot: ceiling, ...fields } = input;
    const before = await lockActivite(db, id);
    if (!before) throw new Refused("notFound");
    if (version !== undefined && version !== before.version) throw new Refused("preconditionFailed");
    const values = {
      famille: fields.famille,
      regime: fields.regime,
      libelles: fields.libelles,
      libellesLegaux: fields.libelles_legaux,
      referenceLegale: fields.reference_legale,
      urssafNature: fields.urssaf_nature,
      offreGlobale: fields.offre_globale,
      dureeMaxMin: fields.duree_max_min,
      actif: fields.actif,
      plafondCreditImpot: ceiling ? decimalToCents(ceiling) : ceiling,
    };
    await updateActiviteRow(db, id, values as Partial<typeof before>, ctx.now);
    const row = await findActivite(db, id);
    if (!row) throw new Refused("notFound");
    const { id: _id, version: _version, ...given } = input;
    return {
      change: {
        objet: { type: "activite", id, version: row.version },
        data: { fields: Object.keys(given).sort(), actif: row.actif },
      },
      result: presentActivite(row, await findPrix(db, ctx.now, { activiteIds: [id] }), ctx.locale),
    };
  },
});
