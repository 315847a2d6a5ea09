import { createHash } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { etatsFacture, etatsPrestation, etatsReservation } from "@/db/states";
import { testDatabase } from "@/db/testing";
import { canonicalJson } from "@/lib/foundation/canonical";
import { sealedTables } from "../vault/registry";
import { seedDemonstration } from "./seed-demonstration";

const TODAY = "2026-11-24";
type Sql = ReturnType<typeof postgres>;
const opened: Sql[] = [];
let sql: Sql;
let url: string;

async function seeded(options: { today?: string; now?: Date }): Promise<{ sql: Sql; url: string }> {
  const address = await testDatabase();
  await seedDemonstration(address, options);
  const client = postgres(address, { max: 1, onnotice: () => {} });
  opened.push(client);
  return { sql: client, url: address };
}

beforeAll(async () => {
  ({ sql, url } = await seeded({ today: TODAY }));
});
afterAll(async () => {
  await Promise.all(opened.map((client) => client.end()));
});

const countOf = async (from: string) => Number((await sql.unsafe(`select count(*) as n from ${from}`))[0]?.n);

describe("the demonstration", () => {
  test("has the promised size", async () => {
    expect(await countOf("agences")).toBe(3);
    expect(await countOf("activites")).toBe(26);
    const byAgency = async (table: string) =>
      (await sql.unsafe(`select count(*)::int as n from ${table} group by agence_id order by agence_id`)).map(
        ({ n }) => n,
      );
    expect(await byAgency("intervenants")).toEqual([18, 12, 10]);
    expect(await byAgency("clients")).toEqual([90, 60, 50]);
    expect(await countOf("avis")).toBe(60);
    expect(await countOf("audit")).toBeGreaterThanOrEqual(300);
    expect(
      await countOf(
        `prestations where intervenant_id is null and debut > '${TODAY}' and statut = 'planifiee'`,
      ),
    ).toBe(15);
    expect(await countOf("series")).toBeGreaterThan(20);
    expect(await countOf("factures where statut = 'brouillon'")).toBe(5);
  });

  test("does nothing a second time", async () => {
    const before = await countOf("prestations");
    await seedDemonstration(url, { today: TODAY });
    expect(await countOf("prestations")).toBe(before);
  });

  test("tells the same story for the same day", async () => {
    const again = await seeded({ today: TODAY });
    expect(await fingerprints(again.sql)).toEqual(await fingerprints(sql));
  });

  test.each(["2026-01-01", "2028-02-29"])("holds together on %s", async (today) => {
    const other = await seeded({ today });
    const rows = await other.sql`select count(*)::int as n from prestations where intervenant_id = 5
      and (debut at time zone 'Europe/Paris')::date = ${today} and statut <> 'annulee'`;
    expect(rows[0]?.n).toBe(4);
    for (const statut of etatsPrestation)
      expect(
        (await other.sql`select 1 from prestations where statut = ${statut} limit 1`).length,
        statut,
      ).toBe(1);
  });

  test.each(["2026-11-22T22:50:00Z", "2026-11-24T04:10:00Z"])("has somebody at work at %s", async (now) => {
    const other = await seeded({ now: new Date(now) });
    const [row] = await other.sql`select count(*)::int as n from prestations where statut = 'en_cours'`;
    expect(row?.n).toBeGreaterThan(0);
    const [waits] = await other.sql`select count(*)::int as n from prestations
      where intervenant_id = 5 and statut = 'confirmee' and debut < ${now}::timestamptz + interval '1 day'`;
    expect(waits?.n).toBeGreaterThan(0);
  });

  test("shows every state", async () => {
    for (const statut of etatsPrestation)
      expect(await countOf(`prestations where statut = '${statut}'`), statut).toBeGreaterThan(0);
    for (const statut of etatsReservation)
      expect(await countOf(`reservations where statut = '${statut}'`), statut).toBeGreaterThan(0);
    for (const statut of etatsFacture.filter((one) => one !== "annulee_par_avoir"))
      expect(await countOf(`factures where statut = '${statut}'`), statut).toBeGreaterThan(0);
    expect(await countOf(`factures where statut = 'emise' and echeance < '${TODAY}'`)).toBeGreaterThan(0);
    expect(await countOf("avis where statut = 'en_attente'")).toBeGreaterThan(0);
  });

  test("holds the slot of a dozen requests that wait, and never one in the past", async () => {
    const rows = await sql`select r.expire_le, p.statut, p.debut, p.intervenant_id from reservations r
      join prestations p on p.id = r.prestation_id where r.statut = 'demandee'`;
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      expect(row.statut).toBe("planifiee");
      expect(row.intervenant_id).not.toBeNull();
      expect(row.expire_le.getTime()).toBeGreaterThan(Date.parse(`${TODAY}T11:00:00Z`));
      expect(row.debut.getTime()).toBeGreaterThan(Date.parse(`${TODAY}T11:00:00Z`));
    }
  });
});

describe("planning", () => {
  test("leaves a quarter of an hour at least between two visits of one person", async () => {
    const tight = await sql`select count(*)::int as n from prestations a join prestations b
      on a.intervenant_id = b.intervenant_id and a.id < b.id and a.statut <> 'annulee' and b.statut <> 'annulee'
      and tstzrange(a.debut, a.fin + interval '15 minutes') && tstzrange(b.debut, b.fin + interval '15 minutes')`;
    expect(tight[0]?.n).toBe(0);
  });

  test("sends nobody without the skill, outside the sector, on leave, past the legal length, or twice to one client at once", async () => {
    expect(
      await countOf(`prestations p where intervenant_id is not null and not exists
      (select 1 from competences c where c.intervenant_id = p.intervenant_id and c.activite_id = p.activite_id)`),
    ).toBe(0);
    expect(
      await countOf(`prestations p join adresses a on a.id = p.adresse_id where intervenant_id is not null and not exists
        (select 1 from secteurs s where s.intervenant_id = p.intervenant_id and s.code_postal = a.code_postal)`),
    ).toBe(0);
    expect(
      await countOf(`prestations p join absences a on a.intervenant_id = p.intervenant_id and a.statut = 'approuvee'
      and tstzrange(a.debut, a.fin) && tstzrange(p.debut, p.fin) where p.statut <> 'annulee'`),
    ).toBe(0);
    expect(
      await countOf(`prestations p join activites a on a.id = p.activite_id
      where p.fin - p.debut > make_interval(mins => a.duree_max_min)`),
    ).toBe(0);
    expect(
      await countOf(`prestations a join prestations b on a.client_id = b.client_id and a.id < b.id
      and a.statut <> 'annulee' and b.statut <> 'annulee' and tstzrange(a.debut, a.fin) && tstzrange(b.debut, b.fin)`),
    ).toBe(0);
  });

  test("clocks every finished visit in and out, and prices what was billed", async () => {
    expect(
      await countOf(`prestations p where statut in ('realisee', 'validee', 'facturee')
      and (select count(*) from pointages where prestation_id = p.id) <> 2`),
    ).toBe(0);
    expect(
      await countOf(
        "prestations where statut in ('validee', 'facturee') and (duree_facturee_min is null or validee_le is null)",
      ),
    ).toBe(0);
    expect(
      await countOf(`prestations where prix_ttc <> round(prix_horaire_ttc
      * greatest(coalesce(duree_facturee_min, extract(epoch from fin - debut) / 60), minimum_min) / 60.0)`),
    ).toBe(0);
    expect(await countOf("prestations where statut = 'confirmee' and debut < '2026-11-23'")).toBe(0);
  });

  test("numbers go on after the last one", async () => {
    const [next] = await sql`select nextval('prestations_id_seq')::int as id`;
    const [last] = await sql`select max(id)::int as id from prestations`;
    expect(next?.id).toBe((last?.id ?? 0) + 1);
  });
});

describe("the log", () => {
  test("is chained per stream from the text itself", async () => {
    const rows = await sql`select * from audit order by flux, seq`;
    const heads = new Map<string, string>();
    for (const row of rows) {
      expect(row.precedent).toBe(heads.get(row.flux) ?? "0".repeat(64));
      expect(row.feuille).toBe(createHash("sha256").update("\0").update(row.canon).digest("hex"));
      expect(canonicalJson(JSON.parse(row.canon))).toBe(row.canon);
      expect(JSON.parse(row.canon)).toMatchObject({
        seq: Number(row.seq),
        prev: row.precedent,
        act: row.action,
        stream: row.flux,
      });
      heads.set(row.flux, row.feuille);
    }
    const current = await sql`select flux, tete from audit_flux`;
    expect(new Map(current.map(({ flux, tete }) => [flux, tete]))).toEqual(heads);
  });

  test("knows nothing from the future and names nobody", async () => {
    expect(await countOf(`audit where horodatage > '${TODAY}T11:00:00Z'`)).toBe(0);
    const names = await sql`select nom from clients where length(nom) > 6`;
    const text = (await sql`select string_agg(canon, ' ') as all from audit`)[0]?.all as string;
    expect(names.filter(({ nom }) => text.includes(nom))).toEqual([]);
  });
});

/** MD5 of every table of ours, but for what stands sealed, which is never twice the same; `cree_le` of tables that take the moment of writing is left out. */
async function fingerprints(client: Sql): Promise<Record<string, string>> {
  const tables = await client`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const result: Record<string, string> = {};
  for (const { name } of tables) {
    const moment = ["agences", "activites", "tarifs", "disponibilites"].includes(name)
      ? " - 'cree_le' - 'modifie_le'"
      : "";
    const sealed = Object.keys(sealedTables[name]?.places ?? {})
      .map((column) => ` - '${column}'`)
      .join("");
    const [row] = await client.unsafe(
      `select md5(string_agg(line, chr(10) order by line)) as hash from (select (to_jsonb(t)${moment}${sealed})::text as line from "${name}" t) rows`,
    );
    result[name] = row?.hash ?? "empty";
  }
  return result;
}
