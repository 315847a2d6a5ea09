import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { kekFile } from "@/db/vault/kek.testing";
import type { ActorRole } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Operation } from "@/lib/foundation/operation";
import { type OperationName, policy, type Reach } from "@/lib/foundation/policy";
import { contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import type { Case } from "./policy-matrix-case.testing";
import { cases } from "./policy-matrix-cases.testing";
import { type MatrixWorld, matrixWorld, type Target, targets, visit } from "./policy-matrix-world.testing";
import { readRightsTable } from "./rights-table";

type Op = Operation<z.ZodType, unknown>;
const roles: ActorRole[] = ["guest", "client", "intervenant", "gestionnaire", "auditeur", "admin"];
const names = Object.keys(policy) as OperationName[];
// A thread of the planning engine is no operation, and refuses to be loaded outside one.
const modules = import.meta.glob(["/lib/*/*.ts", "/lib/*/*/*.ts", "!/lib/plannings/optimiseur/thread.ts"]);
const operations = new Map<string, Op>();

/** What the calls below have shown, by operation and role: the targets that were allowed. */
const shown = new Map<string, Target[]>();
const note = (name: OperationName, role: ActorRole, seen: string, target: Target) => {
  const key = `${name} ${role}`;
  shown.set(key, [...(shown.get(key) ?? []), ...(seen === "allowed" ? [target] : [])]);
};

/** What was tried in all: role × operation × reach, and refusals of what is out of reach beside those of nothing. */
const figures = { cells: 0, equal: 0, outOfReach: 0, sameAsMissing: 0 };

let test_: TestWorld;
let world: MatrixWorld;

beforeAll(async () => {
  kekFile();
  test_ = await testWorld();
  world = await matrixWorld(test_.db);
  for (const [path, load] of Object.entries(modules)) {
    // A thread is no module: it refuses to be loaded as one.
    if (/(\.(test|testing)|\/thread)\.ts$/.test(path)) continue;
    for (const value of Object.values((await load()) as Record<string, unknown>)) {
      const operation = (value as Op | null)?.operation;
      if (typeof value === "function" && operation) operations.set(operation, value as unknown as Op);
    }
  }
  for (const who of Object.values(world.objects)) await visit(world, who);
}, 120_000);
afterAll(() => {
  const { cells, equal, outOfReach, sameAsMissing } = figures;
  console.log(
    `policy matrix: ${names.length} operations × ${roles.length} roles = ${cells} cells, ${equal} equal to the policy; ${outOfReach} refusals of what is out of reach, ${sameAsMissing} told as if it did not exist`,
  );
  return test_.close();
});

/** What the table promises: `allowed`, or the code of the refusal. */
function expected(reach: Reach | undefined, role: ActorRole, target: Target, absent: string): string {
  if (!reach) return role === "guest" ? "unauthenticated" : "forbidden";
  const within: Partial<Record<string, Target[]>> = {
    all: ["own", "others", "otherAgency"],
    public: ["own", "others", "otherAgency"],
    agence: ["own", "others"],
    own: ["own"],
    assigned: ["own"],
  };
  return within[reach]?.includes(target) ? "allowed" : absent;
}

const accessCodes = new Set([
  "unauthenticated",
  "forbidden",
  "notFound",
  "clientUnknown",
  "intervenantUnknown",
]);

/** `validation` is no answer here: a call that is badly formed would prove nothing. */
/** `allowed` also when a rule of the trade says no: the caller got past the question of rights. */
async function observed(
  name: OperationName,
  role: ActorRole,
  input: Record<string, unknown>,
  access: ReadonlySet<string>,
) {
  const operation = operations.get(name);
  if (!operation) throw new Error(`no operation ${name}`);
  try {
    const result = await operation(contextFor(world.db, world.actors[role]), input);
    return { seen: "allowed", result, told: "" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { params, errors, extra } = error.details;
    // The id that was asked for may be repeated; nothing else may tell the two apart.
    const told = JSON.stringify({ code: error.code, params, errors, extra }).replaceAll(/\d+/g, "#");
    return { seen: access.has(error.code) ? error.code : "allowed", result: undefined, told };
  }
}

const reachOf = (name: OperationName, role: ActorRole) =>
  (policy[name] as Partial<Record<ActorRole, Reach>>)[role];

test("every line of the policy has its operation, and every operation its line", () => {
  expect([...operations.keys()].sort()).toEqual([...names].sort());
});

describe.each(names)("%s", (name) => {
  const spec: Case = cases[name];

  test.each(roles)("%s", async (role) => {
    const reach = reachOf(name, role);
    if (spec.kind === "object") {
      const told = new Map<Target, string>();
      for (const target of targets) {
        const input = await spec.input(world, target, role);
        const outcome = await observed(name, role, input, accessCodes);
        const wanted = expected(reach, role, target, spec.absent ?? "notFound");
        note(name, role, outcome.seen, target);
        count(outcome.seen === wanted);
        if (reach && outcome.seen === (spec.absent ?? "notFound")) told.set(target, outcome.told);
        expect(`${target}: ${outcome.seen}`).toBe(`${target}: ${wanted}`);
      }
      expectAsMissing(told);
      return;
    }
    // Nothing is aimed at: only the role decides. An unknown id may still be "not found".
    const { seen, result } = await observed(
      name,
      role,
      spec.input,
      new Set(["unauthenticated", "forbidden"]),
    );
    const wrongCredentials = reach !== undefined && seen === "unauthenticated";
    note(name, role, wrongCredentials ? "allowed" : seen, "own");
    count((wrongCredentials ? "allowed" : seen) === expected(reach, role, "own", "notFound"));
    expect(wrongCredentials ? "allowed" : seen).toBe(expected(reach, role, "own", "notFound"));
    if (spec.kind === "list" && result)
      expectWithin(spec, reach, result as { results: Record<string, number>[] });
  });
});

function count(equal: boolean): void {
  figures.cells += 1;
  if (equal) figures.equal += 1;
}

/** What exists out of reach must be told of in the very words of what does not exist. */
function expectAsMissing(told: Map<Target, string>): void {
  const missing = told.get("missing");
  for (const [target, words] of told) {
    if (target === "missing" || missing === undefined) continue;
    figures.outOfReach += 1;
    if (words === missing) figures.sameAsMissing += 1;
    expect(`${target}: ${words}`).toBe(`${target}: ${missing}`);
  }
}

function expectWithin(
  spec: Case & { kind: "list" },
  reach: Reach | undefined,
  page: { results: Record<string, number>[] },
) {
  const { own, others } = world.objects;
  for (const row of page.results) {
    const owner = spec.owner(row);
    if (reach === "agence" && owner.agenceId !== undefined) expect(owner.agenceId).toBe(own.agenceId);
    if (reach === "agence" && owner.intervenantId)
      expect([own.intervenantId, others.intervenantId]).toContain(owner.intervenantId);
    if (reach === "own" && owner.clientId !== undefined) expect(owner.clientId).toBe(own.clientId);
    else if ((reach === "own" || reach === "assigned") && owner.intervenantId !== undefined)
      expect(owner.intervenantId).toBe(own.intervenantId);
  }
}

describe("an operation that is broken on purpose", () => {
  const name = "client.read";
  const spec = cases[name] as Case & { kind: "object" };
  /** The table's own operation, put back whatever happens. */
  async function replaced(run: Op, work: () => Promise<void>): Promise<void> {
    const real = operations.get(name);
    operations.set(name, Object.assign(run, { operation: name }) as Op);
    try {
      await work();
    } finally {
      if (real) operations.set(name, real);
    }
  }
  const seenBy = async (role: ActorRole, target: Target) =>
    observed(name, role, await spec.input(world, target, role), accessCodes);

  test("is seen when it returns another's row", async () => {
    await replaced((async (_ctx: unknown, input: unknown) => input) as unknown as Op, async () => {
      for (const target of ["others", "otherAgency", "missing"] as const) {
        const { seen } = await seenBy("client", target);
        expect(seen).not.toBe(expected(reachOf(name, "client"), "client", target, "notFound"));
      }
    });
    expect((await seenBy("client", "others")).seen).toBe("notFound");
  });

  test("is seen when it tells what is another's from what does not exist", async () => {
    const told = new Map<Target, string>([
      ["others", JSON.stringify({ code: "notFound", params: { nom: "Haddad" } })],
      ["missing", JSON.stringify({ code: "notFound" })],
    ]);
    const before = { ...figures };
    expect(() => expectAsMissing(told)).toThrow("others");
    Object.assign(figures, before);
  });

  test("is seen when a list holds a row of another agency or another person", () => {
    const list = Object.values(cases).find((one: Case) => one.kind === "list") as Case & { kind: "list" };
    const { own, others, otherAgency } = world.objects;
    const owned = (owner: object) => ({ ...list, owner: () => owner }) as typeof list;
    const page = { results: [{ id: 1 }] };
    expectWithin(owned({ agenceId: own.agenceId }), "agence", page);
    expect(() => expectWithin(owned({ agenceId: otherAgency.agenceId }), "agence", page)).toThrow();
    expect(() => expectWithin(owned({ clientId: others.clientId }), "own", page)).toThrow();
    expect(() => expectWithin(owned({ intervenantId: others.intervenantId }), "assigned", page)).toThrow();
  });
});

test("docs/droits.md says what was observed", () => {
  const table = readRightsTable(readFileSync("docs/droits.md", "utf8"));
  expect(table.size).toBeGreaterThan(50);
  const wrong = [...table].flatMap(([operation, cells]) =>
    roles.flatMap((role) => {
      const found = shown.get(`${operation} ${role}`) ?? [];
      const aimed = cases[operation as OperationName].kind === "object";
      const reach = cells[role] as Reach;
      const told = targets.filter((target) => expected(reach, role, target, "") === "allowed");
      const wanted = reach === ("–" as Reach) ? [] : aimed ? told : ["own"];
      return found.join() === wanted.join() ? [] : [`${operation} ${role}: ${found} but ${cells[role]}`];
    }),
  );
  expect(wrong).toEqual([]);
});
