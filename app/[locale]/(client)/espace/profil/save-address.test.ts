import { expect, test, vi } from "vitest";
import { callFromForm } from "@/lib/delivery/action";
import { saveAddress } from "./save-address";

const address = { id: 5, voie: "3 rue Oberkampf", commune: "Paris", principale: true };
vi.mock("@/lib/delivery/page", () => ({
  requireRole: async () => ({ actor: { clientId: 1 } }),
  load: async () => ({ id: 1, version: 2, adresses: [address] }),
}));
vi.mock("@/lib/delivery/action", () => ({ callFromForm: vi.fn(async () => null), fieldsOf: vi.fn() }));

test("an address that was taken off meanwhile is not written over another one", async () => {
  await expect(saveAddress(new FormData(), 99, () => {})).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  expect(callFromForm).not.toHaveBeenCalled();
  await saveAddress(new FormData(), 5, () => {});
  expect(callFromForm).toHaveBeenCalledOnce();
});
