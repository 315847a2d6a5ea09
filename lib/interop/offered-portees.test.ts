import { expect, test } from "vitest";
import { objetsCle } from "@/db/states";
import { mayCall, type OperationName, opens, policy } from "@/lib/foundation/policy";
import { offeredPortees } from "./offered-portees";

test("no scope is offered that would open nothing", () => {
  expect(offeredPortees).toContain("client:read");
  expect(offeredPortees).not.toContain("creneau:write");
});

test("whatever an admin may do with a key's objects, some offered scope opens it", () => {
  const objects: readonly string[] = objetsCle;
  const names = (Object.keys(policy) as OperationName[]).filter(
    (name) => objects.includes(name.split(".")[0] ?? "") && mayCall("admin", name),
  );
  expect(names.filter((name) => !opens(offeredPortees, name))).toEqual([]);
});
