import { expect, test, vi } from "vitest";
import { callFromForm } from "@/lib/delivery/action";
import { removeAddress, saveAddress } from "./save-address";

const address = { id: 5, voie: "3 rue Oberkampf", commune: "Paris", principale: true };
vi.mock("@/lib/delivery/page", () => ({
  requireRole: async () => ({ actor: { clientId: 1 } }),
  load: async () => ({ id: 1, version: 2, adresses: [address] }),
}));
vi.mock("@/lib/delivery/action", () => ({ callFromForm: vi.fn(async () => null), fieldsOf: () => ({}) }));

test("an address that was taken off meanwhile is not written over another one", async () => {
  await expect(saveAddress(new FormData(), 99, () => {})).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  expect(callFromForm).not.toHaveBeenCalled();
  await saveAddress(new FormData(), 5, () => {});
  expect(callFromForm).toHaveBeenCalledOnce();
});

test("what is sent is the version that the form was shown with, so that a change made since is not lost", async () => {
  const form = new FormData();
  form.set("version", "1");
  const sentBy = async (save: Promise<unknown>) => {
    await save;
    return vi.mocked(callFromForm).mock.lastCall?.[2]?.read?.(form);
  };
  expect(await sentBy(saveAddress(form, 5, () => {}))).toMatchObject({ version: "1" });
  expect(await sentBy(removeAddress(5, form, async () => {}))).toMatchObject({ version: "1" });
  form.delete("version");
  expect(await sentBy(saveAddress(form, null, () => {}))).toMatchObject({ version: 2 });
});
