import { expect, test } from "vitest";
import { readLimits } from "./env";

test("limits are whole numbers of at least one, and have usual values where none is given", () => {
  expect(readLimits({ DIHYA_LIMIT_GUEST: "" })).toMatchObject({
    DIHYA_LIMIT_ACCOUNT: 1200,
    DIHYA_LIMIT_ADDRESS: 3000,
    DIHYA_LIMIT_GUEST: 300,
  });
  expect(readLimits({ DIHYA_LIMIT_ACCOUNT: "50" }).DIHYA_LIMIT_ACCOUNT).toBe(50);
});

test.each(["0", "-1", "1.5", "many", "1e12"])("a limit of %s is refused by its name", (text) => {
  expect(() => readLimits({ DIHYA_LIMIT_ADDRESS: text })).toThrow(/DIHYA_LIMIT_ADDRESS/);
});
