import { expect, test } from "vitest";
import { seedDemonstration } from "@/db/seed/seed-demonstration";
import { sealLog } from "@/lib/foundation/audit/seal";
import { system } from "@/lib/foundation/context";
import { contextFor, NOW, testWorld } from "@/lib/foundation/testing";
import { verifyAll } from "./verify-all";

test("the demonstration, thousands of visits and their invoices, raises no alarm", async () => {
  const { url, db, close } = await testWorld();
  await seedDemonstration(url, { today: "2026-11-24" });
  await sealLog(db, NOW);
  const steps: number[] = [];
  const found = await verifyAll(contextFor(db, system), async (done, total) => void steps.push(done / total));
  await close();
  expect(found.anomalies).toEqual([]);
  expect(found).toMatchObject({ total: 0 });
  expect(found.prestations).toBeGreaterThan(1_000);
  expect(found.factures).toBeGreaterThan(100);
  expect(steps.at(-1)).toBe(1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
}, 120_000);
