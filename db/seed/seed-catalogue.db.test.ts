import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { activitesFrancaises } from "./data/activites";
import { fold } from "./fold";
import { seedCatalogue } from "./seed-catalogue";

const url = await testDatabase();
const sql = postgres(url, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

test("a fresh installation gets the 26 activities and the tax benefit, once", async () => {
  await seedCatalogue(url);
  await seedCatalogue(url);
  const rows =
    await sql`select id, numero_legal, regime, urssaf_nature, duree_max_min, reference_legale from activites order by id`;
  expect(rows.map(({ id, numero_legal }) => [id, numero_legal])).toEqual(
    Array.from({ length: 26 }, (_, index) => [index + 1, index + 1]),
  );
  expect(rows[7]).toMatchObject({
    urssaf_nature: "80",
    duree_max_min: 120,
    reference_legale: "Code du travail D.7231-1 II-3°",
  });
  expect(rows.map(({ regime }) => regime).filter((regime) => regime !== "declaration")).toHaveLength(5);
  const [benefit] =
    await sql`select taux_bp, plafond_annuel, reference from avantages_fiscaux where pays = 'FR'`;
  expect(benefit).toEqual({ taux_bp: 5000, plafond_annuel: 1_200_000, reference: "CGI, art. 199 sexdecies" });
});

test("an administrator's own catalogue is left alone", async () => {
  await sql`delete from activites where id > 1`;
  await seedCatalogue(url);
  expect(await sql`select id from activites`).toHaveLength(1);
});

test("every word that an API client may send names one activity only", () => {
  const owners = new Map<string, string>();
  for (const { code, libelles } of activitesFrancaises)
    for (const word of [code, ...Object.values(libelles)]) {
      const folded = fold(word);
      expect(owners.get(folded) ?? code, word).toBe(code);
      owners.set(folded, code);
    }
  expect(owners.get("menage")).toBe("menage");
});

test("Kabyle labels use the Kabyle letters, not their Greek look-alikes", () => {
  for (const { libelles, legaux } of activitesFrancaises)
    expect(libelles.tzm + legaux.tzm).not.toMatch(/[\u0370-\u03ff]/);
});
