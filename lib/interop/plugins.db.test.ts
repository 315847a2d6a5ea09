import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { plugins } from "@/db/schema/interop";
import { audit } from "@/db/schema/suivi";
import { addUtilisateur } from "@/db/testing-data";
import { type Context, system } from "@/lib/foundation/context";
import { publishEvent } from "@/lib/foundation/evenement";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { callPluginMethod } from "./call-plugin";
import { disablePlugin } from "./disable-plugin";
import { enablePlugin } from "./enable-plugin";
import { listPlugins } from "./list-plugins";
import { stopPlugin } from "./plugins/pool";
import { tellPlugin } from "./tell-plugin";

let world: TestWorld;
let folder: string;
let admin: Context;
const examples = join(import.meta.dirname, "../../docs/plugins");
const round = { etapes_km: [3.2, 5, 4.1], centimes_par_km: 53 };

beforeAll(async () => {
  world = await testWorld();
  folder = await mkdtemp(join(tmpdir(), "dihya-plugins-"));
  process.env.DIHYA_PLUGINS = folder;
  admin = contextFor(world.db, actor("admin", { id: (await addUtilisateur(world.db)).id }));
});
afterAll(async () => {
  for (const nom of ["indemnites", "priorites", "lent"]) stopPlugin(nom);
  delete process.env.DIHYA_PLUGINS;
  await rm(folder, { recursive: true });
  await world.close();
});
beforeEach(async () => {
  await world.db.delete(plugins);
  await rm(folder, { recursive: true });
  await mkdir(folder);
  await cp(join(examples, "indemnites"), join(folder, "indemnites"), { recursive: true });
});

const nom = "indemnites";
const call = (params: Record<string, unknown> = round, ctx = admin) =>
  callPluginMethod(ctx, { nom, methode: "calculer", params });
const states = async () =>
  Object.fromEntries((await listPlugins(admin, {})).results.map((one) => [one.nom, one.etat]));
async function write(name: string, about: Record<string, unknown>, program = "") {
  await mkdir(join(folder, name), { recursive: true });
  const whole = {
    name,
    version: "1",
    api: 1,
    command: ["node", "main.mjs"],
    provides: { methods: ["dire"] },
    ...about,
  };
  await writeFile(join(folder, name, "plugin.json"), JSON.stringify(whole));
  await writeFile(join(folder, name, "main.mjs"), program);
}

describe("plugins", () => {
  test("are off until an admin enables them, then answer, and are off again", async () => {
    expect(await states()).toEqual({ indemnites: "inactif" });
    await expect(call()).rejects.toMatchObject({ code: "notFound" });
    expect(await enablePlugin(admin, { nom })).toMatchObject({ etat: "actif", methodes: ["calculer"] });
    expect(await call()).toEqual({ resultat: { kilometres: 12.3, montant_centimes: 652 } });
    const manager = contextFor(world.db, actor("gestionnaire"));
    expect(await call(round, manager)).toMatchObject({ resultat: { kilometres: 12.3 } });
    expect(await disablePlugin(admin, { nom })).toMatchObject({ etat: "inactif" });
    await expect(call()).rejects.toMatchObject({ code: "pluginInactive" });
    const lines = await world.db.select().from(audit).where(eq(audit.objetType, "plugin"));
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["plugin.enable", "plugin.call", "plugin.disable"]),
    );
  });

  test("stop as soon as their files are not those that were enabled", async () => {
    await enablePlugin(admin, { nom });
    await writeFile(join(folder, nom, "main.mjs"), "process.exit(1)");
    await expect(call()).rejects.toMatchObject({ code: "pluginInactive" });
    expect(await states()).toEqual({ indemnites: "modifie" });
    await expect(enablePlugin(admin, { nom })).rejects.toMatchObject({ code: "pluginFailed" });
    await rm(join(folder, nom), { recursive: true });
    expect(await states()).toEqual({ indemnites: "absent" });
  });

  test("say what they refuse; what failed is kept for the admins", async () => {
    await enablePlugin(admin, { nom });
    await expect(call({ etapes_km: "x" })).rejects.toMatchObject({
      code: "pluginFailed",
      status: 502,
      details: { extra: { genre: "refused", raison: expect.stringContaining("etapes_km") } },
    });
    expect((await listPlugins(admin, {})).results[0]?.derniere_erreur).toContain("etapes_km");
    await expect(callPluginMethod(admin, { nom, methode: "autre" })).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await call()).toMatchObject({ resultat: { kilometres: 12.3 } });
  });

  test("are started again only after a pause when they die", async () => {
    const program = `import { createInterface } from "node:readline";
      for await (const line of createInterface({ input: process.stdin })) {
        const { id, method } = JSON.parse(line);
        if (method === "call") process.exit(1);
        process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, result: { api: 1 } }) + "\\n");
      }`;
    await write("lent", {}, program);
    await enablePlugin(admin, { nom: "lent" });
    const dire = () => callPluginMethod(admin, { nom: "lent", methode: "dire" });
    await expect(dire()).rejects.toMatchObject({ details: { extra: { genre: "stopped" } } });
    await expect(dire()).rejects.toMatchObject({
      code: "pluginFailed",
      details: { extra: { genre: "waiting" }, headers: { "Retry-After": "5" } },
    });
  });

  test("cannot lie elsewhere, be called otherwise, or start anything but node and python3", async () => {
    await write("mauvais", { command: ["sh", "main.mjs"] });
    await write("dehors", { command: ["node", "../indemnites/main.mjs"] });
    await write("autre", { name: "autre-nom" });
    await write("muet", { provides: {} });
    await write("lien", { command: ["node", "lien.mjs"] });
    await symlink("/etc/hostname", join(folder, "lien", "lien.mjs"));
    await symlink(join(examples, "priorites"), join(folder, "pointe"));
    await mkdir(join(folder, "Majuscule"));
    expect(await states()).toEqual({
      autre: "invalide",
      dehors: "invalide",
      indemnites: "inactif",
      lien: "invalide",
      mauvais: "invalide",
      muet: "invalide",
      pointe: "invalide",
    });
    await expect(enablePlugin(admin, { nom: "dehors" })).rejects.toMatchObject({ code: "pluginInvalid" });
    for (const bad of ["../indemnites", "..", "Majuscule", ""])
      await expect(enablePlugin(admin, { nom: bad })).rejects.toMatchObject({ code: "validation" });
    await expect(enablePlugin(admin, { nom: "inconnue" })).rejects.toMatchObject({ code: "notFound" });
  });

  test("are the admin's to enable; clients and the machine call none", async () => {
    for (const role of ["gestionnaire", "client", "auditeur"] as const) {
      const ctx = contextFor(world.db, actor(role));
      await expect(enablePlugin(ctx, { nom })).rejects.toMatchObject({ code: "forbidden" });
      await expect(listPlugins(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(call(round, contextFor(world.db, actor("client")))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("events", () => {
  const jobs = async () => {
    const rows = await world.db.execute<{ data: Record<string, never> }>(
      "select data from pgboss.job where name = 'plugin.tell'",
    );
    return [...rows].map(({ data }) => data);
  };
  const happen = (type: "prestation.validee" | "facture.emise") =>
    world.db.transaction((tx) => publishEvent(tx, admin, { type, objetId: 12 }));
  const machine = () => contextFor(world.db, system);

  test("reach the plugins that want them, in the transaction of the change, and only while they are enabled", async () => {
    await world.db.execute("delete from pgboss.job where name = 'plugin.tell'");
    await happen("prestation.validee");
    expect(await jobs()).toEqual([]);
    await enablePlugin(admin, { nom });
    await happen("facture.emise");
    await happen("prestation.validee");
    const [job, ...others] = await jobs();
    expect(others).toEqual([]);
    expect(job).toMatchObject({ nom, type: "prestation.validee", objet_id: 12 });
    expect(await tellPlugin(machine(), job ?? {})).toEqual({ annonce: true });
    await disablePlugin(admin, { nom });
    expect(await tellPlugin(machine(), job ?? {})).toEqual({ annonce: false });
  });
});

test("the example in Python answers too", async ({ skip }) => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
  } catch {
    console.log("skipped: there is no python3 on this machine");
    skip();
  }
  await cp(join(examples, "priorites"), join(folder, "priorites"), { recursive: true });
  await enablePlugin(admin, { nom: "priorites" });
  const factures = [
    { id: 1, reste_centimes: 9000, jours_de_retard: -3 },
    { id: 7, reste_centimes: 12_700, jours_de_retard: 21 },
  ];
  const ask = (params: Record<string, unknown>) =>
    callPluginMethod(admin, { nom: "priorites", methode: "classer", params });
  expect(await ask({ factures })).toEqual({
    resultat: {
      ordre: [
        { id: 7, score: 50_800, raison: "en retard" },
        { id: 1, score: 9000, raison: "pas encore due" },
      ],
    },
  });
  await expect(ask({})).rejects.toMatchObject({ code: "pluginFailed" });
});
