import { expect, test, vi } from "vitest";
import { callForEach } from "@/lib/delivery/call-for-each";
import { issueDrafts, prepareDrafts } from "./actions";

vi.mock("next-intl/server", () => ({ getTranslations: async () => () => "", getLocale: async () => "fr" }));
vi.mock("../area", () => ({ gestionArea: async () => ({ money: () => "" }) }));
vi.mock("@/lib/delivery/call-for-each", () => ({
  callForEach: vi.fn(async (_operation: unknown, inputs: unknown[]) =>
    inputs.map(() => ({ ok: false, code: "validation", message: "non" })),
  ),
}));

test("what is no list of ids prepares and issues nothing", async () => {
  for (const sent of [undefined, null, "7", { length: 3 }, ["x"], [1.5]]) {
    const ids = sent as unknown as number[];
    expect(await prepareDrafts("2026-03", ids)).toEqual([]);
    expect(await issueDrafts(ids)).toEqual([]);
  }
});

test("a month that does not exist is refused by the operation, client by client", async () => {
  expect(await prepareDrafts("jamais", [4, 5])).toEqual([
    { id: 4, ok: false, message: "non" },
    { id: 5, ok: false, message: "non" },
  ]);
  expect(vi.mocked(callForEach).mock.lastCall?.[1]).toEqual([
    { client_id: 4, periode: "jamais" },
    { client_id: 5, periode: "jamais" },
  ]);
});
