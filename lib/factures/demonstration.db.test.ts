import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factures } from "@/db/schema/factures";
import { seedDemonstration } from "@/db/seed/seed-demonstration";
import { testDatabase } from "@/db/testing";
import { opened, toOpen } from "@/db/vault/open";
import { canonicalJson } from "@/lib/foundation/canonical";
import { chainHash, numeroOf } from "./facture";
import { factureInstantane } from "./instantane";
import { computeTotaux } from "./totaux";

const TODAY = "2026-11-24";
type Sql = ReturnType<typeof postgres>;
const clients: Sql[] = [];
let sql: Sql;

async function seeded(today: string): Promise<Sql> {
  const url = await testDatabase();
  await seedDemonstration(url, { today });
  const client = postgres(url, { max: 1, onnotice: () => {} });
  clients.push(client);
  return client;
}

beforeAll(async () => {
  sql = await seeded(TODAY);
});

async function frozenTexts(client: Sql): Promise<Map<number, unknown>> {
  const db = drizzle(client);
  const texts = { id: factures.id, instantane: toOpen(factures.instantane) };
  const rows = await opened(db, db.select(texts).from(factures));
  return new Map(rows.map(({ id, instantane }) => [id, instantane]));
}
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
});

const countOf = async (from: string) => Number((await sql.unsafe(`select count(*) as n from ${from}`))[0]?.n);

describe("invoices of the demonstration", () => {
  test("every snapshot is one that the application would freeze, and agrees with its row", async () => {
    const rows =
      await sql`select f.*, (select sum(montant_ttc)::int from facture_lignes l where l.facture_id = f.id) as lignes
      from factures f where statut <> 'brouillon'`;
    expect(rows.length).toBeGreaterThan(400);
    const frozen = await frozenTexts(sql);
    for (const row of rows) {
      const parsed = factureInstantane.parse(frozen.get(row.id));
      expect(canonicalJson(parsed)).toBe(canonicalJson(frozen.get(row.id)));
      expect([parsed.numero, parsed.total_ht, parsed.total_tva, parsed.total_ttc, row.lignes]).toEqual([
        row.numero,
        row.total_ht,
        row.total_tva,
        row.total_ttc,
        row.total_ttc,
      ]);
    }
  });

  test("amounts are the ones of the application's own arithmetic", async () => {
    const rows =
      await sql`select facture_id, array_agg(json_build_object('minutes', quantite_min, 'unite', unite,
      'unitTtcCents', prix_unitaire_ttc, 'rateBp', taux_tva_bp, 'ttcCents', montant_ttc, 'ht', montant_ht) order by rang) as lignes
      from facture_lignes group by facture_id`;
    for (const { lignes } of rows) {
      const totaux = computeTotaux(
        lignes.map(
          (ligne: {
            unite: string;
            minutes: number;
            unitTtcCents: number;
            rateBp: number;
            ttcCents: number;
          }) => ({
            ...(ligne.unite === "heure" ? { minutes: ligne.minutes } : { unites: 1 }),
            unitTtcCents: ligne.unitTtcCents,
            rateBp: ligne.rateBp,
            ttcCents: ligne.ttcCents,
          }),
        ),
      );
      expect(totaux.lignes.map(({ htCents }) => htCents)).toEqual(lignes.map(({ ht }: { ht: number }) => ht));
    }
  });

  test("numbers have no gap, dates never go back, and each document carries the fingerprint before it", async () => {
    await expectChains(sql);
  });

  test("a series starts again with the year", async () => {
    const january = await seeded("2026-01-20");
    await expectChains(january);
    const years = await january`select distinct annee from compteurs_factures order by 1`;
    expect(years.map(({ annee }) => annee)).toEqual([2025, 2026]);
  });

  test("payments add up and invoiced visits have exactly one line", async () => {
    expect(
      await countOf(
        `factures f where paye <> coalesce((select sum(montant) from paiements p where p.facture_id = f.id), 0)`,
      ),
    ).toBe(0);
    expect(
      await countOf(`factures where (statut = 'payee') <> (paye = total_ttc and statut <> 'brouillon')`),
    ).toBe(0);
    expect(
      await countOf(`prestations p where statut = 'facturee' and
      (select count(*) from facture_lignes l where l.prestation_id = p.id) <> 1`),
    ).toBe(0);
    expect(
      await countOf(`facture_lignes l join factures f on f.id = l.facture_id join prestations p on p.id = l.prestation_id
      where p.client_id <> f.client_id or to_char(p.debut at time zone 'Europe/Paris', 'YYYY-MM') <> f.periode`),
    ).toBe(0);
    expect(await countOf(`paiements where date > '${TODAY}'`)).toBe(0);
  });

  test("leaves last month to be invoiced for many clients", async () => {
    const rows = await sql`select count(distinct client_id)::int as n from prestations
      where statut = 'validee' and agence_id = 1 and debut >= '2026-10-01' and debut < '2026-10-31'`;
    expect(rows[0]?.n).toBeGreaterThan(20);
  });
});

async function expectChains(client: Sql): Promise<void> {
  const rows = await client`select id, serie, annee, sequence, numero, date_emission::text as jour, empreinte
    from factures where statut <> 'brouillon' order by serie, annee, sequence`;
  const frozen = await frozenTexts(client);
  const heads = new Map<string, { sequence: number; jour: string; empreinte: string }>();
  for (const row of rows) {
    const key = `${row.serie}${row.annee}`;
    const before = heads.get(key) ?? { sequence: 0, jour: "", empreinte: "0".repeat(64) };
    expect(row.sequence).toBe(before.sequence + 1);
    expect(row.numero).toBe(numeroOf(row.serie, row.annee, row.sequence));
    expect(row.jour >= before.jour).toBe(true);
    expect(row.empreinte).toBe(chainHash(before.empreinte, frozen.get(row.id)));
    heads.set(key, { sequence: row.sequence, jour: row.jour, empreinte: row.empreinte });
  }
  const counters =
    await client`select serie, annee, dernier, empreinte, derniere_date::text as jour from compteurs_factures`;
  expect(counters.length).toBe(heads.size);
  for (const { serie, annee, dernier, empreinte, jour } of counters)
    expect(heads.get(`${serie}${annee}`)).toEqual({ sequence: dernier, jour, empreinte });
}
