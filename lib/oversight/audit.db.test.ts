import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAgence } from "@/db/testing-data";
import { createClient } from "@/lib/clients/create-client";
import { readClient } from "@/lib/clients/read-client";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { exportAudit } from "./export-audit";
import { entriesOf } from "./export-audit.testing";
import { listAudit } from "./list-audit";
import { readAudit } from "./read-audit";

let world: TestWorld;
let clientId: number;

beforeAll(async () => {
  world = await testWorld();
  const agence = await addAgence(world.db);
  const manager = contextFor(world.db, actor("gestionnaire", { agenceIds: [agence.id], id: 7 }));
  const client = await createClient(manager, { nom: "Secret", prenom: "Prénom" });
  clientId = client.id;
  await readClient(manager, { id: clientId });
  await readClient(manager, { id: clientId });
});
afterAll(() => world.close());

const auditeur = () => contextFor(world.db, actor("auditeur", { id: 9 }));

describe("the log", () => {
  test("tells who did what to one object, newest first, without a name", async () => {
    const { results } = await listAudit(auditeur(), { objet: "client", objet_id: String(clientId) });
    expect(results.map((one) => one.action)).toEqual(["client.read", "client.read", "client.create"]);
    expect(results[0]).toMatchObject({ role: "gestionnaire", objet: `client:${clientId}`, resultat: "ok" });
    expect(results[0]?.acteur).toMatch(/^utilisateur-[0-9a-f]{6}$/);
    expect(JSON.stringify(results)).not.toMatch(/Secret|Prénom/);
  });

  test("shows each entry with a proof that holds", async () => {
    const { results } = await listAudit(auditeur(), { objet: "client" });
    for (const one of results) expect((await readAudit(auditeur(), { id: one.id })).intacte).toBe(true);
  });

  test("an entry altered behind the application's back no longer holds, nor does the one after it", async () => {
    const { results } = await listAudit(auditeur(), { objet: "client", objet_id: String(clientId) });
    const [last, middle] = results;
    const { default: postgres } = await import("postgres");
    const owner = postgres(world.url, { max: 1 });
    await owner`alter table audit disable trigger audit_ajout_seul`;
    await owner`update audit set canon = replace(canon, 'client.read', 'client.peek') where id = ${middle?.id ?? 0}`;
    expect((await readAudit(auditeur(), { id: middle?.id })).intacte).toBe(false);
    await owner`update audit set feuille = encode(sha256('\\x00'::bytea || convert_to(canon, 'UTF8')), 'hex') where id = ${middle?.id ?? 0}`;
    expect((await readAudit(auditeur(), { id: last?.id })).intacte).toBe(false);
    await owner.end();
  });

  test("cannot be written, changed or emptied by the application", async () => {
    for (const statement of [
      sql`update audit set action = 'x'`,
      sql`delete from audit`,
      sql`truncate audit`,
      sql`update audit_flux set seq = 1`,
      sql`insert into audit_flux values ('x', 1, '')`,
    ]) {
      await expect(world.db.execute(statement)).rejects.toThrow();
    }
  });

  test("logs its own reading and its own export", async () => {
    await exportAudit(auditeur(), { format: "json" });
    const { results } = await listAudit(auditeur(), { objet: "audit" });
    expect(results.map((one) => `${one.action} ${one.objet}`)).toContain("audit.export audit:journal.json");
    expect(results.some((one) => one.action === "audit.list")).toBe(true);
  });

  test("is exported under pseudonyms that are stable inside one export only", async () => {
    const exported = async () =>
      entriesOf(await exportAudit(auditeur(), { objet: "client", format: "json" }));
    const [first, second] = [await exported(), await exported()];
    expect(new Set(first.map((one) => `${one.acteur} ${one.objet}`)).size).toBe(1);
    expect(first[0]?.objet).toMatch(/^client-[0-9a-f]{12}$/);
    expect(first[0]?.acteur).toMatch(/^utilisateur-[0-9a-f]{12}$/);
    expect(second[0]?.objet).not.toBe(first[0]?.objet);
    expect(second[0]?.acteur).not.toBe(first[0]?.acteur);
    expect(JSON.stringify(first)).not.toContain(`client:${clientId}`);
  });

  test("logs which entry was opened", async () => {
    const [entry] = (await listAudit(auditeur(), { objet: "client" })).results;
    await readAudit(auditeur(), { id: entry?.id ?? 0 });
    const { results } = await listAudit(auditeur(), { objet: "audit", objet_id: String(entry?.id) });
    expect(results[0]).toMatchObject({ action: "audit.read", resultat: "ok" });
  });

  test("a guest does not choose the stream of their refusals", async () => {
    const refuse = () =>
      listAudit(contextFor(world.db, actor("guest"), { requestId: "chosen-by-caller-z" }), {}).catch(
        () => {},
      );
    for (let n = 0; n < 24; n += 1) await refuse();
    const rows = await world.db.execute(
      sql`select distinct flux from audit where requete = 'chosen-by-caller-z'`,
    );
    const streams = rows.map(({ flux }) => String(flux));
    expect(streams.length).toBeGreaterThan(1);
    for (const stream of streams) expect(stream).toMatch(/^refus:guest:[0-9a-f]$/);
  });

  test("is closed to everyone but auditeur and admin", async () => {
    for (const role of ["gestionnaire", "client", "intervenant"] as const) {
      await expect(listAudit(contextFor(world.db, actor(role)), {})).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(listAudit(contextFor(world.db, actor("guest")), {})).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});
