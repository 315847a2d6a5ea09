import { createECDH, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inside } from "@/lib/foundation/outbound/inside-addresses.testing";
import { subscribePush } from "@/lib/notifications/subscribe-push";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createWebhook } from "./create-webhook";
import { updateWebhook } from "./update-webhook";

let w: VisitWorld;
let known: number;
beforeAll(async () => {
  w = await visitWorld();
  known = (await createWebhook(w.adminCtx(), { ...hook, url: "https://93.184.216.34/hook" })).id;
});
afterAll(() => w.world.close());

const hook = { nom: "CRM", evenements: ["facture.emise"] };
const cles = {
  p256dh: createECDH("prime256v1").generateKeys().toString("base64url"),
  auth: randomBytes(16).toString("base64url"),
};

/** Every operation that takes an address which our own server will call, and the field that it stands in. */
const takers: [string, string, (url: string) => Promise<unknown>][] = [
  ["webhook.create", "/url", (url) => createWebhook(w.adminCtx(), { ...hook, url })],
  ["webhook.update", "/url", (url) => updateWebhook(w.adminCtx(), { id: known, url })],
  ["push.subscribe", "/adresse", (adresse) => subscribePush(w.adminCtx(), { adresse, cles })],
];

describe.each(takers)("%s", (_name, pointer, give) => {
  test.each(Object.entries(inside))("takes no address inside: %s", async (_what, hosts) => {
    for (const host of hosts)
      for (const scheme of ["https", "http"])
        await expect(give(`${scheme}://${host}/x`), `${scheme}://${host}`).rejects.toMatchObject({
          code: expect.stringMatching(/^(addressRefused|validation)$/),
          details: { errors: [{ pointer }] },
        });
  });

  test("takes one outside: the refusals above are for where the others lead", async () => {
    await expect(give("https://93.184.216.34/x")).resolves.toBeDefined();
  });
});
