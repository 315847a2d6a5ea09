import { beforeEach, expect, test, vi } from "vitest";
import { Refused } from "@/lib/foundation/errors";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import { withNames } from "./alternatives";

vi.mock("@/lib/reservations/list-creneaux", () => ({ listCreneaux: vi.fn() }));
vi.mock("@/lib/delivery/page", () => ({ pageContext: async () => ({}) }));
vi.mock("../area", () => ({
  clientArea: async () => ({ words: { locale: "fr", timeZone: "Europe/Paris", now: new Date(0) } }),
}));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string, values: { name?: string }) =>
    `${key} ${values.name ?? ""}`.trim(),
}));

const alternative = {
  date: "2026-03-12T09:00:00+01:00",
  fin: "2026-03-12T11:00:00+01:00",
  intervenant_id: 3,
};
const taken = {
  ok: false as const,
  code: "slotTaken",
  message: "",
  errors: [],
  extra: { alternatives: [alternative] },
};
beforeEach(() => {
  vi.mocked(listCreneaux).mockReset();
});

test("free slots that are refused leave the button without a name, not the page without an answer", async () => {
  vi.mocked(listCreneaux).mockRejectedValue(new Refused("rateLimited"));
  expect(await withNames(taken, { type: "menage" })).toMatchObject({
    code: "slotTaken",
    extra: { others: [{ value: "2026-03-12T09:00:00+01:00|3", label: "other" }] },
  });
});

test("what is broken is not hidden", async () => {
  vi.mocked(listCreneaux).mockRejectedValue(new Error("lost"));
  await expect(withNames(taken, { type: "menage" })).rejects.toThrow("lost");
});
