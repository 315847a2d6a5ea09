import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { appendLedger, ledgerPath, readLedger } from "./ledger-file";
import { allEffacements } from "./ledger-store";

/** After each erasure and every hour: adds to the file outside the database what it does not say yet. Safe to run again. */
export const writeEffacements = command({
  name: "effacement.write",
  input: z.object({}),
  run: async ({ db }) => {
    const path = ledgerPath();
    if (!path) return { change: [], result: { ecrits: 0 } };
    const known = new Set(readLedger(path).map(({ uid }) => uid));
    const missing = (await allEffacements(db)).filter(({ uid }) => !known.has(uid));
    appendLedger(path, missing);
    const ecrits = missing.length;
    const change = { objet: { type: "effacement", id: "-" }, data: { ecrits } };
    return { change: ecrits > 0 ? change : [], result: { ecrits } };
  },
});
