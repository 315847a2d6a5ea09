import { z } from "zod";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { announceOnce } from "@/lib/organisation/announce-once";
import { type Due, findOverdueInvoices, findVisitsToRemind } from "./remind-store";

/**
 * By the clock: reminds of tomorrow's visits and tells of invoices past their term, a bounded number at a time. Each
 * event is noted under its name, so that a second run, or a second worker, tells nobody twice.
 */
export const remind = command({
  name: "notification.remind",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const parametres = await parametresOf(db);
    const found: [string, Due[]][] = [
      ["prestation.rappel", await findVisitsToRemind(db, ctx.now, parametres)],
      ["facture.echue", await findOverdueInvoices(db, ctx.now, parametres)],
    ];
    const counts: Record<string, number> = {};
    for (const [type, due] of found) {
      const mine = new Set(
        await announceOnce(
          db,
          due.map(({ cle }) => cle),
          ctx.now,
        ),
      );
      const told = due.filter(({ cle }) => mine.has(cle));
      for (const { id, cle } of told)
        await enqueue(db, "notification.create", { type, objet_id: id, acteur_id: null, cle });
      counts[type] = told.length;
    }
    const annoncees = Object.values(counts).reduce((sum, n) => sum + n, 0);
    const change = { objet: { type: "notification", id: "-" }, data: counts };
    return { change: annoncees > 0 ? change : [], result: { annoncees } };
  },
});
