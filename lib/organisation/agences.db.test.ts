import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addAgence } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createAgence } from "./create-agence";
import { listAgences } from "./list-agences";
import { readAgence } from "./read-agence";
import { updateAgence } from "./update-agence";

let world: TestWorld;
let paris: number;

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db, { nom: "Dihya Paris", iban: "FR629999900001", fraisAnnulationBp: 5000 }))
    .id;
});

const as = (role: Parameters<typeof actor>[0]) => contextFor(world.db, actor(role));
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];
const body = {
  code: "tizi-ouzou",
  pays: "DZ",
  devise: "DZD",
  fuseau: "Africa/Algiers",
  serie_facture: "TZ",
  nom: "Dihya Tizi Ouzou",
  voie: "8 boulevard Stiti-Ali",
  code_postal: "15000",
  commune: "Tizi Ouzou",
  horaires: [{ jour: 7, debut: "08:30", fin: "16:30" }],
};

describe("agence.list", () => {
  test("gives a guest the public face and staff the settings", async () => {
    const open = (await listAgences(as("guest"), {})).results.find((one) => one.id === paris);
    expect(open).toMatchObject({ nom: "Dihya Paris", commune: "Paris", horaires: [] });
    expect(JSON.stringify(open)).not.toContain("FR629999900001");
    const full = (await listAgences(as("admin"), {})).results.find((one) => one.id === paris);
    expect(full).toMatchObject({ iban: "FR629999900001", frais_annulation_bp: 5000, version: 1 });
  });

  test("hides a closed agency from everyone but an admin", async () => {
    const closed = await addAgence(world.db, { actif: false });
    const seen = async (role: "guest" | "admin") =>
      (await listAgences(as(role), {})).results.some((one) => one.id === closed.id);
    expect([await seen("guest"), await seen("admin")]).toEqual([false, true]);
    await expect(readAgence(as("client"), { id: closed.id })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("agence.create", () => {
  test("opens an agency with its own country, hours and invoice series, and writes the log", async () => {
    const agence = await createAgence(as("admin"), body);
    expect(agence).toMatchObject({ pays: "DZ", devise: "DZD", serie_facture: "TZ", horaires: body.horaires });
    expect(await lastLine()).toMatchObject({ action: "agence.create", objetId: String(agence.id) });
    await expect(createAgence(as("admin"), { ...body, serie_facture: "TY" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("refuses a clock that does not exist and another role", async () => {
    await expect(
      createAgence(as("admin"), { ...body, code: "x", fuseau: "Mars/Olympus" }),
    ).rejects.toMatchObject({
      details: { errors: [{ pointer: "/fuseau" }] },
    });
    await expect(createAgence(as("gestionnaire"), body)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("agence.update", () => {
  test("changes settings and hours, refuses a stale version and a missing agency", async () => {
    const horaires = [{ jour: 1, debut: "09:00", fin: "18:00" }];
    const after = await updateAgence(as("admin"), { id: paris, retenue_heures: 24, horaires });
    expect(after).toMatchObject({ retenue_heures: 24, horaires, version: 2, nom: "Dihya Paris" });
    expect((await lastLine())?.canon).toContain('"fields":["horaires","retenue_heures"]');
    await expect(updateAgence(as("admin"), { id: paris, version: 1, nom: "X" })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
    await expect(updateAgence(as("admin"), { id: 999_999, nom: "X" })).rejects.toMatchObject({
      code: "notFound",
    });
  });
});
