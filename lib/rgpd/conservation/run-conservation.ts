import type { Context } from "@/lib/foundation/context";
import { runTache } from "@/lib/foundation/taches";
import { applyConservation } from "./apply-conservation";
import { type NomRegle, nomsRegle } from "./regles";

/** The worker's door: every rule after the other, until nothing is too old any more. */
export const runConservation = (ctx: Context, job: { tache_id: number; prevue: boolean }): Promise<void> =>
  runTache(ctx, job.tache_id, async (as) => {
    const regles: Record<string, number> = {};
    for (const [index, regle] of nomsRegle.entries()) {
      const faits = await applyAll(as, regle, job.prevue);
      if (faits > 0) regles[regle] = faits;
      await as.tache.progress(index + 1, nomsRegle.length);
    }
    const total = Object.values(regles).reduce((sum, one) => sum + one, 0);
    return { total, regles };
  });

async function applyAll(ctx: Context, regle: NomRegle, prevue: boolean): Promise<number> {
  let faits = 0;
  for (;;) {
    const part = await applyConservation(ctx, { regle, prevue });
    faits += part.faits;
    if (!part.encore) return faits;
  }
}
