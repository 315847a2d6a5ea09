import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { manifest } from "./manifest";
import { type RunningPlugin, runPlugin } from "./run-plugin";

let dossier: string;
const running: RunningPlugin[] = [];
beforeAll(async () => {
  dossier = await realpath(await mkdtemp(join(tmpdir(), "dihya-plugin-")));
});
afterAll(async () => {
  for (const one of running) one.stop();
  await rm(dossier, { recursive: true });
});

const about = manifest.parse({
  name: "essai",
  version: "1",
  api: 1,
  command: ["node", "main.mjs"],
  provides: { methods: ["dire"] },
});

/** A plugin whose answer to a line is `reply(request)`, an expression of JavaScript. */
async function started(reply: string): Promise<RunningPlugin> {
  await writeFile(
    join(dossier, "main.mjs"),
    `import { createInterface } from "node:readline";
     import { readFileSync } from "node:fs";
     const say = (text) => process.stdout.write(text + "\\n");
     const answer = (id, result) => say(JSON.stringify({ jsonrpc: "2.0", id, result }));
     for await (const line of createInterface({ input: process.stdin })) {
       const { id, method, params } = JSON.parse(line);
       ${reply}
     }`,
  );
  const one = runPlugin({ dossier, manifest: about });
  running.push(one);
  return one;
}

test("answers each request by its id, in whatever order", async () => {
  const plugin = await started("setTimeout(() => answer(id, params.n), params.n === 1 ? 50 : 0);");
  const [first, second] = [plugin.call("call", { n: 1 }, 5000), plugin.call("call", { n: 2 }, 5000)];
  expect(await Promise.all([first, second])).toEqual([1, 2]);
});

test("sees nothing of the product's environment, reads no file outside its folder, starts no process", async () => {
  process.env.DIHYA_SECRET_OF_A_TEST = "secret";
  const plugin = await started(`
    let read, spawned;
    try { readFileSync("/etc/passwd"); read = "read"; } catch (error) { read = error.code; }
    try { (await import("node:child_process")).spawnSync("id"); spawned = "spawned"; } catch (error) { spawned = error.code; }
    answer(id, { names: Object.keys(process.env), read, spawned });`);
  const seen = (await plugin.call("call", {}, 5000)) as { names: string[]; read: string; spawned: string };
  delete process.env.DIHYA_SECRET_OF_A_TEST;
  expect(seen.names.filter((name) => !["PATH", "LANG", "NODE_ENV"].includes(name))).toEqual([]);
  expect([seen.read, seen.spawned]).toEqual(["ERR_ACCESS_DENIED", "ERR_ACCESS_DENIED"]);
});

test("is ended when it lets the time pass, when it says too much, and when it dies", async () => {
  const silent = await started("");
  await expect(silent.call("call", {}, 300)).rejects.toMatchObject({ kind: "timeout" });
  expect(silent.isAlive()).toBe(false);
  await expect(silent.call("call", {}, 300)).rejects.toMatchObject({ kind: "stopped" });
  const talkative = await started(`process.stdout.write("x".repeat(3_000_000));`);
  await expect(talkative.call("call", {}, 10_000)).rejects.toMatchObject({ kind: "tooLarge" });
  const dying = await started(`console.error("no more ink"); process.exit(3);`);
  await expect(dying.call("call", {}, 5000)).rejects.toMatchObject({
    kind: "stopped",
    message: expect.stringContaining("no more ink"),
  });
});

test("what is no answer is left aside; an error of the protocol is a refusal with the plugin's words", async () => {
  const plugin = await started(`
    say("hello"); say("[]"); say('{"jsonrpc":"2.0","id":999,"result":1}');
    if (method === "no") say(JSON.stringify({ jsonrpc: "2.0", id, error: { code: -32601, message: "no such method" } }));
    else if (method === "empty") say(JSON.stringify({ jsonrpc: "2.0", id }));
    else answer(id, "é".repeat(10));`);
  expect(await plugin.call("yes", {}, 5000)).toBe("é".repeat(10));
  await expect(plugin.call("no", {}, 5000)).rejects.toMatchObject({
    kind: "refused",
    message: "refused: no such method",
  });
  await expect(plugin.call("empty", {}, 5000)).rejects.toMatchObject({ kind: "badAnswer" });
  expect(plugin.isAlive()).toBe(true);
});
