import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { verifyAudit } from "@/lib/oversight/verify-audit";
import { chainWalker } from "./chain";
import { countFactures, factureFaults, heads, type Link, nextLinks } from "./facture-faults-store";
import { countPrestations, type Fault, prestationFaults } from "./prestation-faults-store";
import type { Anomalie } from "./schemas";
import { brokenSeals, countSealed } from "./seal-store";

/** Faults named at most: with more, the answer is the same: restore. */
export const MOST_NAMED = 200;
const LINKS = 200;

export type Found = {
  prestations: number;
  factures: number;
  entrees: number;
  total: number;
  anomalies: Anomalie[];
};
type Progress = (done: number, total: number) => Promise<void>;

/**
 * Checks every visit, every invoice with its chain, and then the whole log, each in one snapshot of the database: what is
 * written meanwhile raises no false alarm. Throws what the verification of the log throws.
 */
export async function verifyAll(ctx: Context, progress: Progress): Promise<Found> {
  const rows = await ctx.db.transaction((tx) => verifyRows(tx, progress), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  const log = await verifyAudit(ctx, {});
  const ofLog = log.alterees.map(
    ({ flux, seq, faute }): Anomalie => ({
      type: "journal",
      id: flux === "checkpoint" ? `checkpoint ${seq}` : flux,
      faute,
    }),
  );
  const all = [...rows.anomalies, ...ofLog];
  await progress(1, 1);
  return { ...rows, entrees: log.entrees, total: all.length, anomalies: all.slice(0, MOST_NAMED) };
}

async function verifyRows(
  tx: Tx,
  progress: Progress,
): Promise<Pick<Found, "prestations" | "factures" | "anomalies">> {
  const [visits, invoices] = [await countPrestations(tx), await countFactures(tx)];
  // What each part weighs in the bar; the log is about as long as all the rest.
  const seals = await countSealed(tx);
  const total = 2 * (visits + 2 * invoices + seals) + 1;
  const named =
    (type: Anomalie["type"]) =>
    (one: Fault): Anomalie => ({ type, id: String(one.id), faute: one.faute });
  await progress(0, total);
  const ofVisits = (await prestationFaults(tx)).map(named("prestation"));
  await progress(visits, total);
  const ofInvoices = (await factureFaults(tx)).map(named("facture"));
  await progress(visits + invoices, total);
  const ofChains = await walk(tx, (done) => progress(visits + invoices + done, total));
  const before = visits + 2 * invoices;
  const broken = await brokenSeals(tx, (done) => progress(before + done, total));
  const ofSeals = broken.map((id): Anomalie => ({ type: "sceau", id, faute: "sceau" }));
  const anomalies = [...ofVisits, ...ofInvoices, ...ofChains, ...ofSeals];
  return { prestations: visits, factures: invoices, anomalies };
}

async function walk(tx: Tx, progress: (done: number) => Promise<void>): Promise<Anomalie[]> {
  const walker = chainWalker(await heads(tx));
  let done = 0;
  let last: Link | undefined;
  for (;;) {
    const links = await nextLinks(tx, last, LINKS);
    for (const link of links) walker.next(link);
    last = links.at(-1) ?? last;
    done += links.length;
    if (links.length < LINKS) return walker.end();
    await progress(done);
  }
}
