import { expect, test, vi } from "vitest";
import { asRefusal } from "./plugin-refusal";
import { PluginFailure } from "./plugins/plugin-failure";

test("a plugin's failure is a refusal in the catalogue's words, with the plugin's own beside them", () => {
  expect(asRefusal(new PluginFailure("timeout"))).toMatchObject({ code: "pluginTimeout", status: 504 });
  expect(asRefusal(new PluginFailure("refused", "no ink"))).toMatchObject({
    code: "pluginFailed",
    status: 502,
    details: { extra: { genre: "refused", raison: "refused: no ink" } },
  });
  expect(() => asRefusal(new TypeError("ours"))).toThrow("ours");
});

test("also when the process was started by another copy of this code, as the pages have one", async () => {
  vi.resetModules();
  const other = await import("./plugins/plugin-failure");
  const failure = new other.PluginFailure("stopped");
  expect(failure).not.toBeInstanceOf(PluginFailure);
  expect(asRefusal(failure)).toMatchObject({ code: "pluginFailed" });
});
