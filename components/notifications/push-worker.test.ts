import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, test, vi } from "vitest";

const script = readFileSync(join(import.meta.dirname, "../../public/push.js"), "utf8");
const origin = "https://dihya.example";

type Event = Record<string, unknown>;
/** The script as a browser runs it: what it listens to, what it shows and opens. */
function worker(windows: unknown[] = []) {
  const listeners = new Map<string, (event: Event) => void>();
  const showNotification = vi.fn(async () => {});
  const openWindow = vi.fn(async () => {});
  const self = {
    location: { origin },
    registration: { showNotification },
    clients: { matchAll: async () => windows, openWindow },
    addEventListener: (name: string, act: (event: Event) => void) => listeners.set(name, act),
  };
  runInNewContext(script, { self, URL });
  const fire = async (name: string, event: Event) => {
    const waits: unknown[] = [];
    listeners.get(name)?.({ ...event, waitUntil: (work: unknown) => waits.push(work) });
    await Promise.all(waits);
  };
  return { fire, showNotification, openWindow };
}

const told = { titre: "Dihya", texte: "مرحبا", page: "/ar/espace/visites/7", cle: "n12", langue: "ar" };
const clicked = (page: unknown) => ({ notification: { close: vi.fn(), data: { page } } });

describe("a message", () => {
  let made: ReturnType<typeof worker>;
  beforeEach(() => {
    made = worker();
  });

  test("is shown in its direction, in the place of the same notice", async () => {
    await made.fire("push", { data: { json: () => told } });
    expect(made.showNotification).toHaveBeenCalledExactlyOnceWith("Dihya", {
      body: "مرحبا",
      tag: "n12",
      lang: "ar",
      dir: "rtl",
      data: { page: told.page },
    });
  });

  test.each([
    ["unreadable", { data: { json: () => JSON.parse("{") } }],
    ["empty", { data: null }],
  ])("that is %s still shows something, as browsers demand", async (_name, event) => {
    await made.fire("push", event);
    expect(made.showNotification).toHaveBeenCalledOnce();
  });
});

describe("a click", () => {
  test("opens its page, or leads an open window there", async () => {
    const closed = worker();
    await closed.fire("notificationclick", clicked(told.page));
    expect(closed.openWindow).toHaveBeenCalledExactlyOnceWith(`${origin}${told.page}`);
    const window = { focus: vi.fn(async () => {}), navigate: vi.fn(async () => {}) };
    const open = worker([window]);
    await open.fire("notificationclick", clicked(told.page));
    expect(window.navigate).toHaveBeenCalledExactlyOnceWith(`${origin}${told.page}`);
    expect(open.openWindow).not.toHaveBeenCalled();
  });

  test.each(["https://elsewhere.example/", "//elsewhere.example/x", "javascript:alert(1)"])(
    "never leaves the product: %s",
    async (page) => {
      const made = worker();
      await made.fire("notificationclick", clicked(page));
      expect(made.openWindow).not.toHaveBeenCalled();
    },
  );
});
