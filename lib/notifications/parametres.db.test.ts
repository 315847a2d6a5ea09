import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alertes } from "@/db/schema/notifications";
import { addActivite, addAgence, addClient, addIntervenant, addPrestation } from "@/db/testing-data";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { updateParametre } from "@/lib/organisation/update-parametre";
import { raiseAlertes } from "./raise-alertes";
import { remind } from "./remind";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

async function stage() {
  const { db } = world;
  const { id: agenceId } = await addAgence(db);
  const { client, adresse } = await addClient(db, agenceId);
  const activite = await addActivite(db, agenceId);
  const worker = await addIntervenant(db, agenceId, [activite.id]);
  const ids = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
  const addVisit = (minutes: number, intervenantId: number | null = worker.id) => {
    const debut = new Date(NOW.getTime() + minutes * 60_000);
    const fin = new Date(debut.getTime() + 3_600_000);
    return addPrestation(db, { ...ids, intervenantId }, { debut, fin });
  };
  const raised = async () => {
    const rows = await db.select().from(alertes).where(eq(alertes.agenceId, agenceId));
    return rows.map(({ type, objetId }) => `${type}:${objetId}`).sort();
  };
  return { agenceId, addVisit, raised };
}
const machine = (now = NOW) => contextFor(world.db, system, { now });
const set = (cle: string, valeur: number | null, agence_id?: number) =>
  updateParametre(contextFor(world.db, actor("admin")), { cle, valeur, agence_id });

test("each agency is alerted as late, and as far ahead, as it wants", async () => {
  const [patient, usual] = [await stage(), await stage()];
  await set("alerte.retard", 30, patient.agenceId);
  await set("alerte.a_affecter", 72, patient.agenceId);
  await patient.addVisit(-20);
  const late = await patient.addVisit(-90);
  const alone = await patient.addVisit(71 * 60, null);
  const lateThere = await usual.addVisit(-20);
  await usual.addVisit(71 * 60, null);
  await raiseAlertes(machine(), {});
  expect(await patient.raised()).toEqual([`a_affecter:${alone.id}`, `retard:${late.id}`]);
  expect(await usual.raised()).toEqual([`retard:${lateThere.id}`]);
});

test("people are reminded from the hour that the agency has chosen", async () => {
  const { agenceId, addVisit } = await stage();
  const visit = await addVisit(26 * 60);
  const told = async (hours: number) => {
    await remind(machine(new Date(NOW.getTime() + hours * 3_600_000)), {});
    const rows = await world.db.execute<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name = 'notification.create'
       and data->>'type' = 'prestation.rappel' and (data->>'objet_id')::int = ${visit.id}`,
    );
    return rows[0]?.n;
  };
  await set("rappel.heure", 12, agenceId);
  expect(await told(2)).toBe(0);
  expect(await told(3)).toBe(1);
});
