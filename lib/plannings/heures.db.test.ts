import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { pointages } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import { addPrestation } from "@/db/testing-data";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { readHeures } from "./read-heures";

let w: VisitWorld;

async function visit(iso: string, values: Record<string, unknown> = {}, clocked?: [string, string]) {
  const at = (time: string) => new Date(`${iso.slice(0, 11)}${time}Z`);
  const row = await addPrestation(
    w.db,
    {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
      intervenantId: w.nadia.id,
    },
    { debut: new Date(iso), fin: new Date(Date.parse(iso) + 2 * 3_600_000), ...values },
  );
  const common = { prestationId: row.id, intervenantId: w.nadia.id, source: "telephone" as const };
  if (clocked)
    await w.db.insert(pointages).values([
      { ...common, type: "arrivee", horodatage: at(clocked[0]) },
      { ...common, type: "depart", horodatage: at(clocked[1]) },
    ]);
}

beforeAll(async () => {
  w = await visitWorld();
  await visit("2026-02-28T21:30:00Z"); // still February in Paris (22:30)
  await visit("2026-02-28T23:30:00Z", { statut: "validee", dureeFactureeMin: 120 }); // 1 March, 00:30
  await visit("2026-03-02T09:00:00Z", { statut: "realisee" }, ["09:05:00", "11:20:00"]);
  await visit("2026-03-02T14:00:00Z");
  await visit("2026-03-03T09:00:00Z", { statut: "annulee" });
  await visit("2026-03-31T21:30:00Z"); // 31 March, 23:30 in summer time
  await visit("2026-03-31T23:30:00Z"); // 1 April
});

describe("heures.read", () => {
  test("keeps planned, clocked and validated minutes apart, by the civil days of the agency's month", async () => {
    const month = await readHeures(w.workerCtx(), { mois: "2026-03" });
    expect(month).toMatchObject({
      intervenant_id: w.nadia.id,
      mois_precedent: "2026-02",
      mois_suivant: "2026-04",
      jours: [
        { jour: "2026-03-01", visites: 1, prevues_min: 120, pointees_min: 0, validees_min: 120 },
        { jour: "2026-03-02", visites: 2, prevues_min: 240, pointees_min: 135, validees_min: 0 },
        { jour: "2026-03-31", visites: 1, prevues_min: 120, pointees_min: 0, validees_min: 0 },
      ],
      total: { visites: 4, prevues_min: 480, pointees_min: 135, validees_min: 120 },
    });
  });

  test("is the current month when none is asked, empty days and months left out", async () => {
    expect((await readHeures(w.workerCtx(), {})).mois).toBe("2026-03");
    expect((await readHeures(w.workerCtx(), { mois: "2025-01" })).jours).toEqual([]);
  });

  test("writes a reading by others to the log, one's own not", async () => {
    const lines = () =>
      w.db
        .select()
        .from(audit)
        .where(and(eq(audit.action, "heures.read"), eq(audit.objetId, String(w.nadia.id))));
    const before = (await lines()).length;
    await readHeures(w.workerCtx(), {});
    expect(await lines()).toHaveLength(before);
    await readHeures(w.staffCtx(), { intervenant_id: w.nadia.id });
    expect(await lines()).toHaveLength(before + 1);
  });

  test("stays within reach", async () => {
    await expect(readHeures(w.otherStaffCtx(), { intervenant_id: w.nadia.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readHeures(w.staffCtx(), {})).rejects.toMatchObject({ code: "notFound" });
    await expect(readHeures(w.clientCtx(), { intervenant_id: w.nadia.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(readHeures(w.workerCtx(), { mois: "2026-13" })).rejects.toMatchObject({
      code: "validation",
    });
  });
});
