import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { livePostmaster } from "./postmaster";
import { ensureDatabase, startServer } from "./server";

const home = mkdtempSync(join(tmpdir(), "dihya-server-"));
const dataFolder = join(home, "postgres");
const options = { dataFolder, password: "p@ss/word" };
const running = () => livePostmaster(dataFolder)?.pid as number;

vi.setConfig({ testTimeout: 120_000 });
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("a server survives its launcher, comes back after kill -9 with all that was committed, and stops", async () => {
  const first = await startServer(options);
  await ensureDatabase(first, "dihya");
  await ensureDatabase(first, "dihya");

  // Another launcher finds it alive and takes it over.
  const second = await startServer(options);
  expect(second).toMatchObject({ adopted: true, port: first.port });

  const sql = postgres(second.url("dihya"), { max: 1, backoff: () => 0.25 });
  await sql`create table kept (value int)`;
  const said: string[] = [];
  const back = new Promise<void>((done) => {
    void second.supervise((sentence) => {
      said.push(sentence);
      if (said.length === 2) done();
    });
  });
  await sql`insert into kept values (42)`;
  process.kill(running(), "SIGKILL");
  await back;
  expect(await sql`select value from kept`).toMatchObject([{ value: 42 }]);
  expect(said[0]).toMatch(/ended unexpectedly/);
  await sql.end();

  await second.stop();
  expect(livePostmaster(dataFolder)).toBeUndefined();
});

test("a leftover postmaster.pid that names another program's process does not block the start", async () => {
  writeFileSync(join(dataFolder, "postmaster.pid"), `${process.pid}\n${dataFolder}\n0\n1\n\n\n\nready\n`);
  const server = await startServer(options);
  expect(server.adopted).toBe(false);
  await server.stop();
});

test("lost secrets are told as such", async () => {
  const server = await startServer({ ...options, password: "another" });
  await expect(ensureDatabase(server, "dihya")).rejects.toThrow("restore secrets.json");
  await server.stop();
});
