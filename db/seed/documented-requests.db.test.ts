import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { verifyPassword } from "@/lib/foundation/password";
import { equalityPrint } from "../vault/search";
import { seedDemonstration } from "./seed-demonstration";
import { demonstrationPassword } from "./utilisateurs";

const TODAY = "2026-11-24";
const url = await testDatabase();
await seedDemonstration(url, { today: TODAY });
const sql = postgres(url, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const countOf = async (from: string) => Number((await sql.unsafe(`select count(*) as n from ${from}`))[0]?.n);

describe("the documented requests", () => {
  test("prestation 7 belongs to client 12, without a reservation", async () => {
    const [visit] =
      await sql`select p.*, a.code, (select count(*)::int from reservations r where r.prestation_id = p.id) as demandes
      from prestations p join activites a on a.id = p.activite_id where p.id = 7`;
    expect(visit).toMatchObject({
      agence_id: 1,
      client_id: 12,
      code: "menage",
      statut: "planifiee",
      demandes: 0,
    });
    expect(visit?.intervenant_id).not.toBe(5);
    expect(visit?.debut.toISOString()).toBe("2025-09-10T12:00:00.000Z");
    expect(visit?.fin.toISOString()).toBe("2025-09-10T14:00:00.000Z");
  });

  test("client 12 owes nothing, waits for nothing and has three paid invoices", async () => {
    expect(await countOf("prestations where client_id = 12 and id <> 7 and statut <> 'facturee'")).toBe(0);
    expect(await countOf("reservations where client_id = 12")).toBe(0);
    const bills = await sql`select statut, paye = total_ttc as soldee from factures where client_id = 12`;
    expect(bills.map(({ statut, soldee }) => [statut, soldee])).toEqual(Array(3).fill(["payee", true]));
  });

  test("intervenant 5 can do the work, works that day and is free", async () => {
    const [worker] = await sql`select agence_id from intervenants where id = 5`;
    expect(worker?.agence_id).toBe(1);
    expect(
      await countOf(
        "competences c join activites a on a.id = c.activite_id where c.intervenant_id = 5 and a.code in ('menage', 'repassage')",
      ),
    ).toBe(2);
    expect(
      await countOf(
        "disponibilites where intervenant_id = 5 and jour = 3 and heure_debut <= '14:00' and heure_fin >= '16:00' and du <= '2025-09-10'",
      ),
    ).toBe(1);
    expect(
      await countOf("prestations where intervenant_id = 5 and debut < '2025-09-11' and fin > '2025-09-10'"),
    ).toBe(0);
    expect(await countOf("absences where intervenant_id = 5")).toBe(0);
    expect(
      await countOf(
        "tarifs where agence_id = 1 and activite_id = 6 and du <= '2025-09-10' and au >= '2025-09-10'",
      ),
    ).toBe(1);
  });

  test("both people of the documented requests serve client 12's postal code and work on Wednesdays", async () => {
    expect(
      await countOf(`adresses a join secteurs s on s.code_postal = a.code_postal where a.client_id = 12 and a.principale
      and s.intervenant_id in (5, (select intervenant_id from prestations where id = 7))
      and exists (select 1 from disponibilites d where d.intervenant_id = s.intervenant_id and d.jour = 3)`),
    ).toBe(2);
  });

  test("clients 1 to 12, intervenant 5 and prestation 7 are in the gestionnaire's agency", async () => {
    const reach =
      await sql`select agence_id from utilisateur_agences ua join utilisateurs u on u.id = ua.utilisateur_id
      where u.email_empreinte = ${print("gestionnaire")}`;
    expect(reach.map(({ agence_id }) => agence_id)).toEqual([1]);
    expect(await countOf("clients where id <= 12 and agence_id = 1")).toBe(12);
  });
});

/** The account of a role, found as the application finds it. */
const print = (role: string) => equalityPrint("utilisateurs", `${role}@dihya.test`);

describe("accounts", () => {
  test("one for each role opens with the printed password", async () => {
    const roles = ["admin", "gestionnaire", "intervenant", "client", "auditeur"];
    const rows = await sql`select email_empreinte, role, mot_de_passe, email_verifie_le from utilisateurs
      where email_empreinte in ${sql(roles.map(print))}`;
    expect(rows.map(({ role }) => role).sort()).toEqual(roles.sort());
    for (const row of rows) expect(row.email_empreinte).toBe(print(row.role));
    for (const row of rows) {
      expect(row.email_verifie_le).not.toBeNull();
      expect(await verifyPassword(demonstrationPassword, row.mot_de_passe)).toBe(true);
    }
  });

  test("the client and the intervenant have something to look at", async () => {
    const [client] =
      await sql`select id from clients where utilisateur_id = (select id from utilisateurs where email_empreinte = ${print("client")})`;
    expect(client?.id).toBe(1);
    const [worker] =
      await sql`select id from intervenants where utilisateur_id = (select id from utilisateurs where email_empreinte = ${print("intervenant")})`;
    expect(worker?.id).toBe(5);
    const now = `'${TODAY}T11:00:00Z'`;
    expect(
      await countOf(`prestations where client_id = 1 and debut > ${now} and statut <> 'annulee'`),
    ).toBeGreaterThan(3);
    expect(await countOf("prestations where client_id = 1 and statut = 'realisee'")).toBe(1);
    expect(await countOf("factures where client_id = 1 and statut = 'payee'")).toBeGreaterThan(0);
    expect(await countOf("factures where client_id = 1 and statut = 'emise'")).toBeGreaterThan(0);
  });
});
