import { expect, test } from "vitest";
import { checkDatabaseUrl } from "./external-database";
import { freePort } from "./postgres/port";

test.each(["dihya", "mysql://h/d", "postgres://host", "postgres://u:p@ss:w/rd@host:port/d"])(
  "%s is not an address: the right form is shown",
  async (url) => {
    await expect(checkDatabaseUrl(url)).rejects.toThrow("postgres://user:password@host:5432/database");
  },
);

test("nothing listening is told apart, and the password is not repeated", async () => {
  const error = await checkDatabaseUrl(`postgres://u:hunter2@127.0.0.1:${await freePort()}/d`).catch(String);
  expect(error).toContain("nothing listens there");
  expect(error).not.toContain("hunter2");
});
