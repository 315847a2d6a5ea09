import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factures, paiements } from "@/db/schema/factures";
import { addActivite, addAgence, addClient, addIntervenant, addPrestation } from "@/db/testing-data";
import { createPaiement } from "@/lib/factures/create-paiement";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import type { Context } from "@/lib/foundation/context";
import { centsToDecimal, decimalToCents, priceOfMinutes } from "@/lib/foundation/money";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createRapport } from "./create-rapport";
import { definitions } from "./rapport";
import type { Rapport } from "./schemas-rapport";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const cents = (value: unknown) => decimalToCents(String(value));
const numberOf = (value: unknown) => (typeof value === "string" ? cents(value) : Number(value ?? 0));

/** For every column that can be summed: rows and rest make the total. */
function expectSums({ colonnes, lignes, autres, totaux }: Rapport) {
  for (const { code, unite } of colonnes) {
    if (unite === "note") continue;
    const add = (rows: Rapport["lignes"]) =>
      rows.reduce((sum, { valeurs }) => sum + numberOf(valeurs[code]), 0);
    expect([code, add([...lignes, ...autres])]).toEqual([code, add(totaux)]);
  }
}

/** An agency with two clients, two intervenants, two activities, and its manager. */
async function agency() {
  const { db } = world;
  const agence = await addAgence(db);
  const menage = await addActivite(db, agence.id);
  const garde = await addActivite(db, agence.id);
  const people = [await addClient(db, agence.id), await addClient(db, agence.id)];
  const workers = [await addIntervenant(db, agence.id), await addIntervenant(db, agence.id)];
  const ctx = contextFor(db, actor("gestionnaire", { id: null, agenceIds: [agence.id] }));
  return { db, agence, activites: [menage, garde], people, workers, ctx };
}

const visits = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    minutes: fc.integer({ min: 15, max: 119 }),
    price: fc.integer({ min: 1001, max: 9999 }),
    rate: fc.constantFrom(0, 550, 1000, 2000),
    client: fc.integer({ min: 0, max: 1 }),
    worker: fc.integer({ min: 0, max: 1 }),
    activite: fc.integer({ min: 0, max: 1 }),
    statut: fc.constantFrom("validee" as const, "confirmee" as const, "annulee" as const),
  }),
  { minLength: 1, maxLength: 14 },
);

async function invoiced(
  a: Awaited<ReturnType<typeof agency>>,
  made: typeof visits extends fc.Arbitrary<infer T> ? T : never,
) {
  for (const [index, one] of made.entries()) {
    // Two hours apart on days of their own: no two visits ever overlap.
    const debut = new Date(
      Date.UTC(2026, 1, one.day, 5) + (index % 7) * 2 * 3_600_000 + Math.floor(index / 7) * 1000,
    );
    const fin = new Date(debut.getTime() + one.minutes * 60_000);
    const who = a.people[one.client] as (typeof a.people)[number];
    const prixTtc = priceOfMinutes(one.price, one.minutes);
    await addPrestation(
      a.db,
      {
        agenceId: a.agence.id,
        clientId: who.client.id,
        adresseId: who.adresse.id,
        activiteId: a.activites[one.activite]?.id ?? 0,
        intervenantId: index < 7 ? (a.workers[one.worker]?.id ?? null) : null,
      },
      {
        debut,
        fin,
        statut: one.statut,
        prixHoraireTtc: one.price,
        minimumMin: 0,
        tauxTvaBp: one.rate,
        prixTtc,
        dureeFactureeMin: one.statut === "validee" ? one.minutes : null,
        fraisAnnulation: one.statut === "annulee" ? 777 : 0,
      },
    );
  }
  for (const { client } of a.people) {
    const billable = made.some(
      (one) => one.statut !== "confirmee" && a.people[one.client]?.client.id === client.id,
    );
    if (!billable) continue;
    const draft = await prepareFacture(a.ctx, { client_id: client.id, periode: "2026-02" });
    await issueFacture(a.ctx, { id: draft.id });
  }
}

test("activity: in every grouping the rows make the total, and the total is what the invoices say", async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (made) => {
      const a = await agency();
      await invoiced(a, made);
      const [billed] = await a.db
        .select({
          ht: sql<number>`coalesce(sum(${factures.totalHt}), 0)::int`,
          ttc: sql<number>`coalesce(sum(${factures.totalTtc}), 0)::int`,
        })
        .from(factures)
        .where(eq(factures.agenceId, a.agence.id));
      for (const grouper_par of definitions.activite.groupements) {
        const asked = { type: "activite", du: "2026-02-01", au: "2026-02-28", grouper_par };
        const rapport = await createRapport(a.ctx, asked);
        expectSums(rapport);
        const kept = made.filter(({ statut }) => statut !== "annulee");
        expect(rapport.totaux.map(({ valeurs }) => valeurs)).toEqual([
          {
            visites: kept.length,
            annulees: made.length - kept.length,
            minutes_planifiees: kept.reduce((sum, { minutes }) => sum + minutes, 0),
            minutes_realisees: 0,
            minutes_facturees: made.reduce(
              (sum, { statut, minutes }) => sum + (statut === "validee" ? minutes : 0),
              0,
            ),
            facture_ht: centsToDecimal(billed?.ht ?? 0),
            facture_ttc: centsToDecimal(billed?.ttc ?? 0),
          },
        ]);
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

/** An issued invoice of `ttc` cents, due `late` days before the last day of March 2026. */
async function owed(a: Awaited<ReturnType<typeof agency>>, ttc: number, late: number, client = 0) {
  const who = a.people[client] as (typeof a.people)[number];
  await addPrestation(
    a.db,
    {
      agenceId: a.agence.id,
      clientId: who.client.id,
      adresseId: who.adresse.id,
      activiteId: a.activites[0]?.id ?? 0,
      intervenantId: null,
    },
    {
      debut: new Date("2026-02-03T09:00:00Z"),
      fin: new Date("2026-02-03T10:00:00Z"),
      statut: "validee",
      prixHoraireTtc: ttc,
      minimumMin: 0,
      prixTtc: ttc,
      dureeFactureeMin: 60,
    },
  );
  const due = new Date(Date.UTC(2026, 2, 31) - late * 86_400_000);
  const issued: Context = { ...a.ctx, now: new Date(due.getTime() - 30 * 86_400_000 + 43_200_000) };
  const draft = await prepareFacture(issued, { client_id: who.client.id, periode: "2026-02" });
  return issueFacture(issued, { id: draft.id });
}

describe("receivables", () => {
  test("age by days since they fell due; a payment after the day does not count yet", async () => {
    const a = await agency();
    // An agency's invoices are issued in the order of their days.
    const ages = [91, 90, 61, 60, 31, 30, 0, -1];
    const made = [];
    for (const [index, late] of ages.entries()) made.push(await owed(a, 10_000 + index, late));
    const paid = made[0] as (typeof made)[number];
    await createPaiement(
      { ...a.ctx, now: new Date("2026-04-20T08:00:00Z") },
      { id: paid.id, montant: "20.00", mode: "virement", date: "2026-03-31" },
    );
    await createPaiement(
      { ...a.ctx, now: new Date("2026-04-20T08:00:00Z") },
      { id: paid.id, montant: "5.00", mode: "virement", date: "2026-04-01" },
    );
    const rapport = await createRapport(a.ctx, { type: "creances", au: "2026-03-31" });
    expect(rapport.lignes.map(({ valeurs }) => valeurs)).toEqual([
      {
        factures: 8,
        non_echu: "100.07",
        de_0_a_30: "200.11",
        de_31_a_60: "200.07",
        de_61_a_90: "200.03",
        plus_de_90: "80.00",
        total: "780.28",
      },
    ]);
    expectSums(rapport);
    const today = await createRapport(a.ctx, { type: "creances", au: "2026-04-20" });
    const [left] = await a.db
      .select({ cents: sql<number>`sum(${factures.totalTtc} - ${factures.paye})::int` })
      .from(factures)
      .where(eq(factures.agenceId, a.agence.id));
    expect(today.totaux[0]?.valeurs.total).toBe(centsToDecimal(left?.cents ?? 0));
    expect(await a.db.$count(paiements, eq(paiements.factureId, paid.id))).toBe(2);
  });

  test("only invoices issued since the day asked for; what is paid is owed no more", async () => {
    const a = await agency();
    await owed(a, 5000, 60);
    const recent = await owed(a, 7000, 10, 1);
    const since = { type: "creances", du: "2026-02-15", au: "2026-03-31", grouper_par: "agence" };
    expect((await createRapport(a.ctx, since)).totaux[0]?.valeurs).toMatchObject({
      factures: 1,
      total: "70.00",
    });
    await createPaiement(
      { ...a.ctx, now: new Date("2026-03-20T08:00:00Z") },
      { id: recent.id, montant: "70.00", mode: "virement", date: "2026-03-19" },
    );
    expect((await createRapport(a.ctx, since)).lignes).toEqual([]);
  });
});

describe("civil days", () => {
  async function planned(fuseau: string, starts: readonly string[]) {
    const a = await agency();
    const { db } = a;
    const agence = await addAgence(db, { fuseau, devise: fuseau === "Africa/Algiers" ? "DZD" : "EUR" });
    const { client, adresse } = await addClient(db, agence.id);
    const place = {
      agenceId: agence.id,
      clientId: client.id,
      adresseId: adresse.id,
      activiteId: a.activites[0]?.id ?? 0,
    };
    for (const start of starts) {
      const debut = new Date(start);
      await addPrestation(db, place, { debut, fin: new Date(debut.getTime() + 3_600_000) });
    }
    return agence.id;
  }
  const months = (rapport: Rapport) =>
    rapport.lignes.map(({ cle, devise, valeurs }) => [cle, devise, valeurs.visites]);

  test("the year ends at midnight of each agency, and currencies are never added up", async () => {
    const paris = await planned("Europe/Paris", ["2025-12-31T22:59:00Z", "2025-12-31T23:00:00Z"]);
    const alger = await planned("Africa/Algiers", ["2025-12-31T23:00:00Z"]);
    const casa = await planned("Africa/Casablanca", ["2025-12-31T22:30:00Z"]);
    const ctx = contextFor(world.db, actor("gestionnaire", { id: null, agenceIds: [paris, alger, casa] }));
    const both = { type: "activite", du: "2025-12-01", au: "2026-01-31", grouper_par: "mois" };
    expect(months(await createRapport(ctx, both))).toEqual([
      ["2025-12", "EUR", 2],
      ["2026-01", "DZD", 1],
      ["2026-01", "EUR", 1],
    ]);
    const rapport = await createRapport(ctx, { ...both, du: "2025-12-31", au: "2025-12-31" });
    expect(months(rapport)).toEqual([["2025-12", "EUR", 2]]);
    expectSums(rapport);
  });

  test("the night the clocks change belongs to its day, 23 or 25 hours long", async () => {
    const spring = [
      "2026-03-28T22:59:00Z",
      "2026-03-28T23:00:00Z",
      "2026-03-29T21:59:00Z",
      "2026-03-29T22:00:00Z",
    ];
    const autumn = [
      "2026-10-24T21:59:00Z",
      "2026-10-24T22:00:00Z",
      "2026-10-25T22:59:00Z",
      "2026-10-25T23:00:00Z",
    ];
    const paris = await planned("Europe/Paris", [...spring, ...autumn]);
    const ctx = contextFor(world.db, actor("gestionnaire", { id: null, agenceIds: [paris] }));
    for (const day of ["2026-03-29", "2026-10-25"]) {
      const rapport = await createRapport(ctx, { type: "activite", du: day, au: day });
      expect(rapport.totaux[0]?.valeurs.visites).toBe(2);
    }
    expect(NOW.getTime()).toBeLessThan(Date.parse("2026-03-28"));
  });
});
