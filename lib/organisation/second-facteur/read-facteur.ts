import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { mustHaveSecondFactor } from "@/lib/foundation/second-factor";
import { countCodes, findFacteur } from "./facteur-store";
import type { FacteurShape } from "./schemas";

/** Whether the caller's account asks for a code, and how many recovery codes are left. */
export const readFacteur = query({
  name: "secondFacteur.read",
  input: z.object({}),
  run: async ({ db, ctx }): Promise<FacteurShape> => {
    const me = ctx.actor.id ?? 0;
    const [facteur, codes, parametres] = await Promise.all([
      findFacteur(db, me),
      countCodes(db, me),
      parametresOf(ctx.db),
    ]);
    return {
      actif: Boolean(facteur?.activeLe),
      active_le: facteur?.activeLe?.toISOString() ?? null,
      codes_restants: codes,
      obligatoire: mustHaveSecondFactor(ctx.actor.role, parametres),
    };
  },
});
