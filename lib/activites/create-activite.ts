import { Refused } from "@/lib/foundation/errors";
import { decimalToCents } from "@/lib/foundation/money";
import { command } from "@/lib/foundation/operation";
import { presentActivite } from "./present";
import { activiteBody } from "./schemas";
import { findActivite, insertActivite } from "./store";

/** Adds an activity to the catalogue; agencies sell it once it has a price. Throws `conflict` when the code is taken. */
export const createActivite = command({
  name: "activite.create",
  input: activiteBody,
  run: async ({ db, input, ctx }) => {
    const { plafond_credit_impot: ceiling, libelles } = input;
    const id = await insertActivite(db, {
      code: input.code,
      pays: input.pays,
      famille: input.famille,
      regime: input.regime,
      libelles,
      libellesLegaux: input.libelles_legaux ?? libelles,
      referenceLegale: input.reference_legale,
      urssafNature: input.urssaf_nature,
      offreGlobale: input.offre_globale,
      dureeMaxMin: input.duree_max_min,
      plafondCreditImpot: ceiling === null ? null : decimalToCents(ceiling),
      creeLe: ctx.now,
      modifieLe: ctx.now,
    });
    const row = await findActivite(db, id);
    if (!row) throw new Refused("notFound");
    return {
      change: { objet: { type: "activite", id, version: 1 }, data: { code: input.code, pays: input.pays } },
      result: presentActivite(row, [], ctx.locale),
    };
  },
});
