import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createToken } from "./create-token";
import { refreshToken } from "./refresh-token";
import { addAccount, GOOD_PASSWORD } from "./testing-account";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** What the log says of the account's renewals, oldest first. */
async function renewals(id: number): Promise<unknown[]> {
  const rows = await world.db.execute<{ canon: string }>(
    sql`select canon from audit where flux = ${`utilisateur:${id}`} and action = 'token.refresh' order by seq`,
  );
  return [...rows].map(({ canon }) => JSON.parse(canon).data);
}

test("a refresh token that comes a second time stands in the log as used again, and ends its family", async () => {
  const ctx = contextFor(world.db, actor("guest"));
  const account = await addAccount(world.db);
  const first = await createToken(ctx, { email: account.email, password: GOOD_PASSWORD });
  const second = await refreshToken(ctx, { refresh_token: first.refresh_token });
  expect(await renewals(account.id)).toEqual([{ reused: false }]);
  const refused = expect.objectContaining({ code: "tokenExpired" });
  await expect(refreshToken(ctx, { refresh_token: first.refresh_token })).rejects.toEqual(refused);
  expect(await renewals(account.id)).toEqual([{ reused: false }, { reused: true }]);
  await expect(refreshToken(ctx, { refresh_token: second.refresh_token })).rejects.toEqual(refused);
});
