import { afterAll, beforeAll, expect, test } from "vitest";
import { idempotence } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { columnsOf, opened } from "@/db/vault/open";
import { guest } from "@/lib/foundation/context";
import { idempotenceOf } from "@/lib/foundation/idempotence";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createToken } from "./create-token";
import { readUtilisateur } from "./read-utilisateur";
import { refreshToken } from "./refresh-token";
import { addAccount, GOOD_PASSWORD } from "./testing-account";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test("no token, nor a fingerprint of the password sent for it, is kept under an Idempotency-Key", async () => {
  const user = await addAccount(world.db, { role: "client" });
  const body = { email: user.email, password: GOOD_PASSWORD };
  const ctx = {
    ...contextFor(world.db, actor("client", { id: user.id })),
    idempotence: idempotenceOf("une", user.id, { method: "POST", path: "/auth/token/", input: body }),
  };
  const first = await createToken(ctx, body);
  const next = await refreshToken(ctx, { refresh_token: first.refresh_token });
  expect(next.refresh_token).not.toBe(first.refresh_token);
  expect(await opened(world.db, world.db.select(columnsOf(idempotence)).from(idempotence))).toEqual([]);
});

test("what a stranger types in place of an id is not written to the log", async () => {
  for (const id of ["zohra.benaissa@example.org", "Zohra Bénaïssa", "\u0000"])
    await expect(readUtilisateur(contextFor(world.db, guest), { id })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  const lines = await world.db.select().from(audit);
  expect(lines.slice(-3).map(({ objetId }) => objetId)).toEqual(["-", "-", "-"]);
});
