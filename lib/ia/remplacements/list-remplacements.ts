import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { findAbsence } from "@/lib/intervenants/find-absence";
import { presentAbsence } from "@/lib/intervenants/present-agenda";
import { visitsOfAbsence } from "@/lib/prestations/find-remplacements";
import { modele } from "../score";
import { proposeRemplacements } from "./propose";
import { type Remplacements, remplacementQuery } from "./schemas";

/** Visits looked at in one run; those further on are looked at once these are settled. */
const MOST = 40;

/**
 * The visits that an approved absence leaves to be made, each with the best person to make it and why, and those that
 * went to others already. Nothing is assigned. Throws `notFound`.
 */
export const listRemplacements = query({
  name: "remplacement.list",
  input: remplacementQuery,
  run: async ({ db, input: { id }, ctx, scope }): Promise<Remplacements> => {
    const absence = await findAbsence(db, scope, id);
    if (!absence) throw new Refused("notFound");
    const { open, given } = await visitsOfAbsence(db, ctx, absence);
    const visits = absence.statut === "approuvee" ? open : [];
    const looked = visits.slice(0, MOST);
    return {
      absence: presentAbsence(absence, ctx),
      modele,
      results: await proposeRemplacements(db, ctx, scope, { visits: looked, absent: absence.intervenantId }),
      reste: visits.length - looked.length,
      remplacees: given,
    };
  },
});
