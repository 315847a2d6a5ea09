import { createServer } from "node:net";
import { expect, test } from "vitest";
import { readSettings, requireFreePort } from "./settings";

const env = (values: Record<string, string>) => values as unknown as NodeJS.ProcessEnv;

test("without variables: port 3000, embedded database with demonstration data", () => {
  expect(readSettings(env({}))).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
    demonstration: true,
    publicUrl: "http://localhost:3000",
  });
});

test("an organisation's own database never gets demonstration data", () => {
  expect(readSettings(env({ DATABASE_URL: "postgres://h/d" })).demonstration).toBe(false);
  expect(readSettings(env({ DIHYA_DEMO: "0" })).demonstration).toBe(false);
});

test.each([
  ["PORT", "abc"],
  ["PORT", "70000"],
  ["PORT", "-1"],
  ["WEB_PROCESSES", "1.5"],
  ["WEB_PROCESSES", "0"],
])("%s=%s is refused with what to do", (name, value) => {
  expect(() => readSettings(env({ [name]: value }))).toThrow(`${name}=${value} is not a whole number`);
});

test("a Codespace gets the address its owner sees", () => {
  const values = {
    PORT: "3100",
    CODESPACE_NAME: "blue",
    GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN: "app.dev",
  };
  expect(readSettings(env(values)).publicUrl).toBe("https://blue-3100.app.dev");
});

test("a taken port is named, with another to try", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, done));
  const { port } = other.address() as { port: number };
  await expect(requireFreePort(port)).rejects.toThrow(`port ${port} is already taken`);
  await new Promise((done) => other.close(done));
  await requireFreePort(port);
});
