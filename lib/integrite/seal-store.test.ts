import { getTableName } from "drizzle-orm";
import { expect, test } from "vitest";
import { sealedTables } from "@/db/vault/registry";
import { sealedOnes } from "./seal-store";

test("the check of integrity opens every table with sealed columns", () => {
  expect(sealedOnes.map(getTableName).sort()).toEqual(Object.keys(sealedTables).sort());
});
