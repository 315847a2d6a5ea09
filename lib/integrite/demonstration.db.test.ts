import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { seedDemonstration } from "@/db/seed/seed-demonstration";
import { testDatabase } from "@/db/testing";
import { system } from "@/lib/foundation/context";
import { contextFor } from "@/lib/foundation/testing";
import { verifyAll } from "./verify-all";

test("the demonstration, thousands of visits and their invoices, raises no alarm", async () => {
  const url = await testDatabase();
  await seedDemonstration(url, { today: "2026-11-24" });
  const { db, close } = openDatabase(url);
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
