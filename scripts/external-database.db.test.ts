import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { checkDatabaseUrl } from "./external-database";

const good = await testDatabase();

function changed(change: (url: URL) => void): string {
  const url = new URL(good);
  change(url);
  return url.href;
}

test("a good address passes", async () => {
  await expect(checkDatabaseUrl(good)).resolves.toBeUndefined();
});

test("a wrong password and a missing database are told apart", async () => {
  const wrongPassword = changed((url) => {
    url.password = "wrong";
  });
  const missing = changed((url) => {
    url.pathname = "/missing";
  });
  await expect(checkDatabaseUrl(wrongPassword)).rejects.toThrow("user or password is refused");
  await expect(checkDatabaseUrl(missing)).rejects.toThrow("the database does not exist");
});
