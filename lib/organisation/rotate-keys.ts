import { z } from "zod";
import { countOthers, forgetKeks, newKek, rewrapSome } from "@/db/vault/rotate";
import { command } from "@/lib/foundation/operation";

/** Processes look at the file of the keys every second: by then each one wraps under the new key. */
const NOTICED_MS = 1500;

/**
 * Puts a new wrapping key in use and wraps every person's keys anew, while the product runs: no value is rewritten and
 * no reading fails. `oublier` forgets the wrapping keys before it, which older backups need. Throws when the keys are
 * given by the environment, where nobody but the operator can change them, and when one could not be wrapped anew.
 */
export const rotateKeys = command({
  name: "coffre.rotate",
  input: z.object({ oublier: z.boolean().default(false) }),
  prepare: async ({ input, ctx }) => {
    const file = process.env.DIHYA_KEK_FILE;
    if (!file)
      throw new Error("DIHYA_KEK_FILE names no file: keys that the environment gives are changed there.");
    const cle = newKek(file);
    let reenveloppees = 0;
    // The second round takes what a process still wrapped under the old key before it had noticed.
    for (let round = 0; round < 2; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
      const waiting = await countOthers(ctx.db);
      for (let some = -1, done = 0; some !== 0; done += some) {
        await ctx.tache?.progress(done, Math.max(waiting, done));
        some = await rewrapSome(ctx.db);
        reenveloppees += some;
      }
    }
    const left = await countOthers(ctx.db);
    if (left > 0) throw new Error(`${left} keys could not be wrapped anew: the old ones stay`);
    return { cle, reenveloppees, oubliees: input.oublier ? forgetKeks(file) : 0 };
  },
  run: async ({ prepared }) => ({
    change: { objet: { type: "coffre", id: prepared.cle }, data: prepared },
    result: prepared,
  }),
});
