import { eq, inArray, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adresses, clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { prestations } from "@/db/schema/prestations";
import { audit, tacheFichiers } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addIntervenant, addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { type Actor, system } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { readTache } from "@/lib/organisation/read-tache";
import { createImport } from "./create-import";
import { runImport } from "./execute-import";
import type { ImportResult } from "./schemas-import";

let world: TestWorld;
let agenceId: number;
let code: string;
let manager: Actor;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  const agence = await addAgence(world.db);
  agenceId = agence.id;
  code = agence.code;
  const account = await addUtilisateur(world.db, { agenceIds: [agenceId] });
  manager = actor("gestionnaire", { id: account.id, agenceIds: [agenceId] });
});

type Asked = { type: "client" | "intervenant" | "prestation"; essai?: boolean } & Record<string, unknown>;
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString("base64");

/** Sends a file and lets the worker do it; the work as its asker sees it afterwards. */
async function run(file: string | Uint8Array, asked: Asked, who = manager) {
  const { id } = await createImport(contextFor(world.db, who), { ...asked, contenu: base64(file) });
  await work(id);
  return result(id, who);
}
async function work(id: number) {
  const rows = await world.db.execute<{ data: { tache_id: number } }>(
    sql`select data from pgboss.job where name = 'import.run' and data->>'tache_id' = ${String(id)}`,
  );
  await runImport(contextFor(world.db, system), rows[0]?.data ?? { tache_id: 0 });
}
async function result(id: number, who = manager) {
  const tache = await readTache(contextFor(world.db, who), { id });
  return { ...tache, resultat: tache.resultat as ImportResult | null };
}
const inAgence = () =>
  opened(
    world.db,
    world.db
      .select(columnsOf(clients))
      .from(clients)
      .where(eq(clients.agenceId, agenceId))
      .orderBy(clients.id),
  );
const lineOf = (n: number) =>
  `Nom${n};Prénom${n};c${agenceId}-${n}@exemple.fr;0639980000;${n} rue des Lilas;75011;Paris`;
const head = "Nom;Prénom;E-mail;Téléphone;Adresse;CP;Ville";

describe("importing clients", () => {
  it("10,000 lines arrive with their addresses and log lines, and progress is seen to grow", async () => {
    const file = [head, ...Array.from({ length: 10_000 }, (_, n) => lineOf(n))].join("\n");
    const { id } = await createImport(contextFor(world.db, manager), {
      type: "client",
      contenu: base64(file),
    });
    const seen: number[] = [];
    let over = false;
    const watch = (async () => {
      while (!over) {
        const { progression } = await result(id);
        if (progression !== seen.at(-1)) seen.push(progression);
      }
    })();
    const begun = performance.now();
    await work(id).finally(() => {
      over = true;
    });
    console.log(`10,000 clients imported in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    await watch;
    expect(await result(id)).toMatchObject({
      etat: "terminee",
      resultat: { creees: 10_000, erreurs_total: 0 },
    });
    const between = seen.filter((value) => value > 0 && value < 100);
    expect(between.length).toBeGreaterThan(2);
    expect(between).toEqual([...between].sort((a, b) => a - b));
    expect(await world.db.$count(adresses, eq(adresses.agenceId, agenceId))).toBe(10_000);
    const lines = eq(audit.action, "client.create");
    expect(await world.db.$count(audit, sql`${lines} and ${audit.agenceId} = ${agenceId}`)).toBe(10_000);
    expect(await world.db.$count(tacheFichiers, eq(tacheFichiers.tacheId, id))).toBe(0);
  }, 180_000);

  it("a file with 37 bad lines imports nothing and names all 37", async () => {
    const bad = new Map(Array.from({ length: 37 }, (_, n) => [n * 20 + 3, n % 3]));
    const lines = Array.from({ length: 1_000 }, (_, n) => {
      const fault = bad.get(n);
      if (fault === 0) return lineOf(n).replace("@", " at ");
      if (fault === 1) return lineOf(n).replace(`Nom${n};`, ";");
      return fault === 2 ? lineOf(n).replace("75011", "") : lineOf(n);
    });
    const file = [head, ...lines].join("\r\n");
    const wanted = [...bad.keys()].map((n) => n + 2);
    for (const essai of [true, false]) {
      const { etat, resultat, erreur } = await run(file, { type: "client", essai });
      expect(etat).toBe(essai ? "terminee" : "echouee");
      expect(erreur?.code).toBe(essai ? undefined : "importRefused");
      expect(resultat?.erreurs.map(({ ligne }) => ligne)).toEqual(wanted);
      expect(resultat).toMatchObject({ lignes_en_erreur: 37, creees: 0 });
      const columns = resultat?.erreurs.slice(0, 3).map(({ colonne, code: why }) => `${colonne} ${why}`);
      expect(columns).toEqual(["E-mail invalidEmail", "Nom required", "CP required"]);
    }
    expect(await inAgence()).toEqual([]);
  });

  it("a trial writes nothing and says that all is well", async () => {
    const trial = await run(`${head}\n${lineOf(1)}`, { type: "client", essai: true });
    expect(trial).toMatchObject({ etat: "terminee", resultat: { lignes: 1, creees: 0, erreurs_total: 0 } });
    expect(await inAgence()).toEqual([]);
  });

  it.each([
    ["UTF-8 with its mark and commas", `\uFEFFnom,prenom,notes\nLévêque,Zoé,"a, b"`],
    ["tabs", "nom\tprenom\tnotes\nLévêque\tZoé\ta, b"],
    ["Windows-1252", Uint8Array.from(`nom;prenom;notes\nL\xe9v\xeaque;Zo\xe9;a, b`, (c) => c.charCodeAt(0))],
  ])("reads %s", async (_, file) => {
    await run(file as string, { type: "client" });
    expect((await inAgence())[0]).toMatchObject({ nom: "Lévêque", prenom: "Zoé", notes: "a, b" });
  });

  it("keeps formulas as text, quotes and line breaks as they are, and takes back what an export neutralised", async () => {
    const file = `nom;prenom;notes;telephone;naissance\n"=HYPERLINK(""x"")";Zoé;"une\nnote";'+33639980000;12/03/1948\n;Ana;;;`;
    const bad = await run(file, { type: "client" });
    expect(bad.resultat?.erreurs).toMatchObject([{ ligne: 4, colonne: "nom", code: "required" }]);
    await run(file.replace("\n;Ana;;;", ""), { type: "client" });
    expect((await inAgence())[0]).toMatchObject({
      nom: '=HYPERLINK("x")',
      notes: "une\nnote",
      telephone: "+33639980000",
      naissance: "1948-03-12",
    });
  });

  it("refuses an e-mail that is in the file twice, or in the agency already", async () => {
    await addClient(world.db, agenceId, { email: `pris${agenceId}@exemple.fr` });
    const file = `nom;prenom;email\nA;A;PRIS${agenceId}@exemple.fr\nB;B;b@exemple.fr\nC;C;b@exemple.fr`;
    const { resultat } = await run(file, { type: "client" });
    const found = resultat?.erreurs.map(({ ligne, code: why, detail }) => [ligne, why, detail]);
    expect(found).toEqual([
      [2, "duplicate", "Cette valeur existe déjà dans l’application."],
      [4, "duplicate", "Déjà écrit à la ligne 3."],
    ]);
  });

  it("keeps a gestionnaire in their agency, and lets an admin name any", async () => {
    const other = await addAgence(world.db);
    const file = `nom;prenom;agence\nA;A;${code}\nB;B;${other.code}`;
    const { resultat } = await run(file, { type: "client" });
    expect(resultat?.erreurs).toMatchObject([{ ligne: 3, colonne: "agence", code: "invalidChoice" }]);
    const asked = createImport(contextFor(world.db, manager), {
      type: "client",
      contenu: base64("nom;prenom\nA;A"),
      agence_id: other.id,
    });
    await expect(asked).rejects.toMatchObject({ code: "validation" });
    const admin = actor("admin", { id: (await addUtilisateur(world.db, { role: "admin" })).id });
    expect((await run(file, { type: "client" }, admin)).resultat?.creees).toBe(2);
    expect(await inAgence()).toHaveLength(1);
  });

  it("of the same file sent twice at once, one arrives", async () => {
    const file = [head, ...Array.from({ length: 300 }, (_, n) => lineOf(n))].join("\n");
    const both = await Promise.all([run(file, { type: "client" }), run(file, { type: "client" })]);
    expect(both.map(({ etat }) => etat).sort()).toEqual(["echouee", "terminee"]);
    expect(await inAgence()).toHaveLength(300);
  });

  it.each([
    ["a heading is missing", "nom;ville\nA;B", undefined, "importHeaders", "/correspondance/prenom"],
    [
      "the mapping names no heading",
      "a;b\n1;2",
      { nom: "a", prenom: "c" },
      "importHeaders",
      "/correspondance/prenom",
    ],
    ["there are no lines", "nom;prenom\n", undefined, "validation", "/contenu"],
    ["quotes are left open", 'nom;prenom\n"A;B', undefined, "validation", "/contenu"],
  ])("is refused at once when %s", async (_, file, correspondance, refusal, pointer) => {
    const asked = { type: "client", contenu: base64(file), correspondance } as const;
    const call = createImport(contextFor(world.db, manager), asked);
    await expect(call).rejects.toMatchObject({ code: refusal, details: { errors: [{ pointer }] } });
  });

  it("follows a mapping given by hand", async () => {
    const correspondance = JSON.stringify({ nom: "b", prenom: "a" });
    await run("a;b\nZoé;Martin", { type: "client", correspondance });
    expect((await inAgence())[0]).toMatchObject({ nom: "Martin", prenom: "Zoé" });
  });
});

describe("importing intervenants", () => {
  it("brings skills and places, numbers those without, and refuses unknown skills", async () => {
    const activite = await addActivite(world.db, agenceId);
    const header = "nom;prenom;competences;codes postaux;contrat;heures;langues";
    const wrong = await run(`${header}\nA;A;inconnue;;;;`, { type: "intervenant" });
    expect(wrong.resultat?.erreurs).toMatchObject([
      { ligne: 2, colonne: "competences", code: "unknownActivity" },
    ]);
    const line = `Haddad;Nadia;${activite.code};75011 75012;CDI;28,5;fr ar`;
    expect((await run(`${header}\n${line}`, { type: "intervenant" })).resultat?.creees).toBe(1);
    const rows = await opened(
      world.db,
      world.db.select(columnsOf(intervenants)).from(intervenants).where(eq(intervenants.agenceId, agenceId)),
    );
    expect(rows[0]).toMatchObject({ contratMinutesSemaine: 1710, langues: ["fr", "ar"] });
    expect(rows[0]?.matricule).toMatch(/^M\d{5}$/);
  });
});

describe("importing prestations", () => {
  it("prices each visit, finds people by e-mail and number, and applies the rules of a booking line after line", async () => {
    const activite = await addActivite(world.db, agenceId);
    const { client } = await addClient(world.db, agenceId, { email: `v${agenceId}@exemple.fr` });
    const nadia = await addIntervenant(world.db, agenceId, [activite.id]);
    const unskilled = await addIntervenant(world.db, agenceId);
    const header = "client;type;date;duree;intervenant";
    const good = [
      `${client.email};${activite.code};16/03/2026 09:00;2;${nadia.matricule}`,
      `${client.id};${activite.libelles.fr};2026-03-16T14:00;1,5;`,
    ];
    const bad = [
      `${client.email};${activite.code};16/03/2026 10:00;2;${nadia.matricule}`,
      `${client.email};${activite.code};17/03/2026 10:00;2;${unskilled.matricule}`,
      `personne@exemple.fr;${activite.code};17/03/2026 10h30;2;`,
      `${client.email};inconnue;17/03/2026 10:00;25;`,
      `${client.email};inconnue;17/03/2026 10:00;2;`,
    ];
    const refused = await run([header, ...good, ...bad].join("\n"), { type: "prestation" });
    expect(
      refused.resultat?.erreurs.map(({ ligne, colonne, code: why }) => `${ligne} ${colonne} ${why}`),
    ).toEqual([
      "4 date slotTaken",
      "5 intervenant skillMissing",
      "6 client invalidNumber",
      "7 duree tooBig",
      "8 type unknownActivity",
    ]);
    expect((await run([header, ...good].join("\n"), { type: "prestation" })).resultat?.creees).toBe(2);
    const rows = await opened(
      world.db,
      world.db
        .select(columnsOf(prestations))
        .from(prestations)
        .where(eq(prestations.agenceId, agenceId))
        .orderBy(prestations.id),
    );
    expect(rows).toMatchObject([
      { debut: new Date("2026-03-16T08:00:00Z"), prixTtc: 6380, intervenantId: nadia.id },
      { debut: new Date("2026-03-16T13:00:00Z"), prixTtc: 4785, intervenantId: null },
    ]);
    const ids = rows.map(({ id }) => String(id));
    const lines = await world.db.select().from(audit).where(inArray(audit.objetId, ids));
    expect(lines.filter(({ action }) => action === "prestation.create")).toHaveLength(2);
  });

  it("10,000 visits in one file", async () => {
    const activite = await addActivite(world.db, agenceId);
    const { client } = await addClient(world.db, agenceId);
    const people = await Promise.all(
      Array.from({ length: 25 }, () => addIntervenant(world.db, agenceId, [activite.id])),
    );
    const day = (n: number) => new Date(Date.UTC(2026, 3, 1 + n)).toISOString().slice(0, 10);
    const lines = Array.from({ length: 10_000 }, (_, n) => {
      const hour = 8 + 2 * (Math.floor(n / 25) % 4);
      return `${client.id};${activite.code};${day(Math.floor(n / 100))}T${String(hour).padStart(2, "0")}:00;1.5;${people[n % 25]?.matricule}`;
    });
    const begun = performance.now();
    const done = await run(["client;type;date;duree;intervenant", ...lines].join("\n"), {
      type: "prestation",
    });
    console.log(`10,000 visits imported in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    expect(done.resultat).toMatchObject({ creees: 10_000, erreurs_total: 0 });
  }, 180_000);
});

it("leaves a line for the import itself, without a name in it", async () => {
  const { id } = await run("nom;prenom\nSecretissime;Zoé", { type: "client" });
  const lines = await world.db.select().from(audit).where(like(audit.action, "import.%")).orderBy(audit.id);
  const own = lines.filter(({ objetId }) => objetId === String(id));
  expect(own.map(({ action }) => action)).toEqual(["import.create", "import.execute"]);
  expect(own.every(({ acteurId }) => acteurId === manager.id)).toBe(true);
  expect(JSON.stringify(own)).not.toContain("Secretissime");
});
