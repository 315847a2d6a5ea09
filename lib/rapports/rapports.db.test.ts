import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pointages } from "@/db/schema/prestations";
import { rapports } from "@/db/schema/rapports";
import { audit, avis } from "@/db/schema/suivi";
import { addAgence, addClient, addIntervenant, addPrestation, addSealed } from "@/db/testing-data";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createRapport } from "./create-rapport";
import { exportRapport } from "./export-rapport";
import { listRapports } from "./list-rapports";
import { purgeRapports } from "./purge-rapports";
import { readRapport } from "./read-rapport";

let w: VisitWorld;
const MIN = 60_000;
const DAY = 86_400_000;

beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

type Values = NonNullable<Parameters<typeof addPrestation>[2]>;
/** A visit of an hour on a client of its own. */
async function visit(debut: Date, values: Values = {}, agenceId = w.agence.id) {
  const { client, adresse } = await addClient(w.db, agenceId);
  const place = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId: w.activite.id };
  const fin = new Date(debut.getTime() + 60 * MIN);
  return addPrestation(w.db, { ...place, intervenantId: null }, { debut, fin, ...values });
}

type Clocking = { type: "arrivee" | "depart"; horodatage: Date };
async function clock(prestation: { id: number }, intervenantId: number, clockings: Clocking[]) {
  const source = "telephone" as const;
  const rows = clockings.map((one) => ({ ...one, source, prestationId: prestation.id, intervenantId }));
  for (const row of rows) await addSealed(w.db, pointages, row);
}

const february = { du: "2026-02-01", au: "2026-02-28" };

describe("punctuality", () => {
  test("counts on time, late, never clocked and left open, by intervenant", async () => {
    const agence = await addAgence(w.db);
    const ctx = contextFor(w.db, actor("gestionnaire", { id: w.users.staff.id, agenceIds: [agence.id] }));
    const ali = await addIntervenant(w.db, agence.id, [w.activite.id], { prenom: "Ali", nom: "Saïd" });
    const at = (hour: number) => new Date(Date.UTC(2026, 1, 10, hour));
    const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * MIN);
    const mine = (hour: number, values: Values = {}) =>
      visit(at(hour), { statut: "realisee", intervenantId: ali.id, ...values }, agence.id);
    await clock(await mine(8), ali.id, [
      { type: "arrivee", horodatage: later(at(8), 10) },
      { type: "depart", horodatage: later(at(8), 60) },
    ]);
    await clock(await mine(10), ali.id, [
      { type: "arrivee", horodatage: later(at(10), 25) },
      { type: "depart", horodatage: later(at(10), 70) },
    ]);
    await clock(await mine(12, { statut: "en_cours" }), ali.id, [{ type: "arrivee", horodatage: at(12) }]);
    await mine(14, { statut: "confirmee" });
    await mine(16, { statut: "annulee" });
    await mine(18, { saisieApresCoup: true });
    await visit(at(9), { statut: "confirmee" }, agence.id);

    const rapport = await createRapport(ctx, { type: "ponctualite", ...february });

    const found = {
      visites: 4,
      a_l_heure: 2,
      en_retard: 1,
      sans_arrivee: 1,
      sans_depart: 1,
      minutes_retard: 25,
    };
    expect(rapport.lignes).toEqual([
      { cle: String(ali.id), libelle: "Ali Saïd", devise: null, valeurs: found },
      {
        cle: null,
        libelle: "Sans intervenant",
        devise: null,
        valeurs: {
          visites: 1,
          a_l_heure: 0,
          en_retard: 0,
          sans_arrivee: 1,
          sans_depart: 0,
          minutes_retard: 0,
        },
      },
    ]);
    expect(rapport.totaux.map(({ valeurs }) => valeurs)).toEqual([{ ...found, visites: 5, sans_arrivee: 2 }]);
  });

  test("says nothing of visits that have not begun", async () => {
    const agence = await addAgence(w.db);
    const ctx = contextFor(w.db, actor("gestionnaire", { id: w.users.staff.id, agenceIds: [agence.id] }));
    await visit(new Date(NOW.getTime() - 9 * MIN), { statut: "confirmee" }, agence.id);
    const rapport = await createRapport(ctx, { type: "ponctualite", du: "2026-03-01", au: "2026-03-31" });
    expect(rapport.lignes).toEqual([]);
    expect(rapport.totaux).toEqual([]);
  });
});

test("quality: mean and spread of the reviews of the period, and the low ones, refused ones left out", async () => {
  const notes = [5, 4, 2, 1] as const;
  for (const [index, note] of notes.entries()) {
    const made = await visit(new Date(Date.UTC(2026, 1, 2 + index, 9)), {
      statut: "validee",
      intervenantId: w.nadia.id,
    });
    const creeLe = new Date(Date.UTC(2026, 1, 3 + index, 9));
    const link = { agenceId: w.agence.id, prestationId: made.id, clientId: made.clientId };
    await addSealed(w.db, avis, {
      ...link,
      note,
      commentaire: "mot",
      creeLe,
      statut: index === 3 ? "refuse" : "publie",
    });
  }
  const rapport = await createRapport(w.staffCtx(), { type: "qualite", ...february });
  expect(rapport.lignes.map(({ valeurs }) => valeurs)).toEqual([
    { avis: 3, moyenne: 3.7, note_1: 0, note_2: 1, note_3: 0, note_4: 1, note_5: 1, bas: 1 },
  ]);
  expect(rapport.avis_bas).toMatchObject([
    { note: 2, jour: "2026-02-05", intervenant: expect.stringContaining("Nadia") },
  ]);
  expect(JSON.stringify(rapport)).not.toContain("mot");

  const hidden = await readRapport(w.auditCtx(), { id: rapport.id });
  expect(hidden.lignes[0]?.libelle).toBe(pseudonym("intervenant", w.nadia.id));
  expect(hidden.avis_bas[0]?.client).toMatch(/^client-/);
  expect(JSON.stringify(hidden)).not.toMatch(/Nadia|Haddad|Claire|Martin|Personne/);
});

describe("a run", () => {
  test("stays as it was found, leaves a line in the log, and is read in each one's language", async () => {
    const ctx = w.staffCtx();
    const made = await createRapport(ctx, { type: "activite", ...february, grouper_par: "activite" });
    await visit(new Date("2026-02-11T09:00:00Z"), { statut: "confirmee" });
    const again = await readRapport(w.staffCtx(), { id: made.id });
    expect(again).toEqual(made);
    const [line] = await w.db.select().from(audit).where(eq(audit.requete, ctx.requestId));
    expect(line).toMatchObject({
      action: "rapport.create",
      objetId: String(made.id),
      acteurId: w.users.staff.id,
    });
    expect(line?.canon).toContain('"grouper_par":"activite"');
    const english = await readRapport(w.staffCtx({ locale: "en" }), { id: made.id });
    expect(english).toMatchObject({ libelle: "Activity", demande_par: expect.stringContaining("Test") });
    expect(english.lignes[0]?.libelle).toMatch(/^Cleaning/);
  });

  test("is refused where the question is wrong, with the field at fault", async () => {
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ type: "activite", au: "2026-02-28" }, "/du", "required"],
      [{ type: "activite", du: "2026-03-01", au: "2026-02-28" }, "/au", "tooSmall"],
      [{ type: "activite", du: "2020-01-01", au: "2026-02-28" }, "/au", "tooBig"],
      [{ type: "creances", au: "2026-02-28", grouper_par: "intervenant" }, "/grouper_par", "invalidChoice"],
      [{ type: "creances", au: "2026-02-28", agence_id: w.other.id }, "/agence_id", "invalidChoice"],
      [{ type: "paie", ...february }, "/type", "invalidChoice"],
      [{ type: "activite", du: "2026-02-30", au: "2026-03-01" }, "/du", "invalidDate"],
    ];
    for (const [input, pointer, code] of wrong)
      await expect(createRapport(w.staffCtx(), input)).rejects.toMatchObject({
        code: "validation",
        details: { errors: [expect.objectContaining({ pointer, code })] },
      });
  });

  test("is out of reach where one of its agencies is", async () => {
    const both = await createRapport(w.adminCtx(), { type: "activite", ...february });
    const own = await createRapport(w.staffCtx(), { type: "activite", ...february });
    await expect(readRapport(w.staffCtx(), { id: both.id })).rejects.toMatchObject({ code: "notFound" });
    await expect(exportRapport(w.otherStaffCtx(), { id: own.id, format: "csv" })).rejects.toMatchObject({
      code: "notFound",
    });
    const ids = async (ctx: typeof own extends never ? never : ReturnType<typeof w.staffCtx>) =>
      (await listRapports(ctx, { limit: 200 })).results.map(({ id }) => id);
    expect(await ids(w.staffCtx())).toContain(own.id);
    expect(await ids(w.staffCtx())).not.toContain(both.id);
    expect(await ids(w.auditCtx())).toEqual(expect.arrayContaining([own.id, both.id]));
    for (const ctx of [w.clientCtx(), w.workerCtx()]) {
      await expect(createRapport(ctx, { type: "activite", ...february })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(readRapport(ctx, { id: own.id })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(createRapport(w.auditCtx(), { type: "activite", ...february })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("leaves as a file with a line in the log, and goes after a year", async () => {
    const made = await createRapport(w.staffCtx(), { type: "activite", ...february, grouper_par: "mois" });
    const ctx = w.staffCtx();
    const { rows, nom } = await exportRapport(ctx, { id: made.id, format: "csv" });
    expect(nom).toBe(`rapport-activite-2026-02-28-${made.id}.csv`);
    expect(rows[0]).toMatchObject({ cle: "2026-02", libelle: "février 2026", devise: "EUR" });
    const [line] = await w.db.select().from(audit).where(eq(audit.requete, ctx.requestId));
    expect(line).toMatchObject({ action: "rapport.export", objetType: "rapport", objetId: String(made.id) });

    const inAYear = new Date(NOW.getTime() + 365 * DAY);
    await expect(readRapport(w.staffCtx({ now: inAYear }), { id: made.id })).rejects.toMatchObject({
      code: "notFound",
    });
    const worker = (now: Date) => contextFor(w.db, actor("system"), { now });
    expect(await purgeRapports(worker(new Date(inAYear.getTime() - DAY)), {})).toBe(0);
    expect(await purgeRapports(worker(inAYear), {})).toBeGreaterThan(0);
    expect(await w.db.$count(rapports)).toBe(0);
  });
});
