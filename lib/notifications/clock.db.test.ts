import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { factures } from "@/db/schema/factures";
import { alertes } from "@/db/schema/notifications";
import type { prestations } from "@/db/schema/prestations";
import { prestations as visits } from "@/db/schema/prestations";
import { audit, avis, notifications } from "@/db/schema/suivi";
import {
  addActivite,
  addAgence,
  addClient,
  addIntervenant,
  addPrestation,
  addSealed,
  addUtilisateur,
  changeSealed,
  mailTo,
} from "@/db/testing-data";
import type { PlainInsert } from "@/db/vault/open";
import { guest, system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createNotification } from "./create-notification";
import { listAlertes } from "./list-alertes";
import { raiseAlertes } from "./raise-alertes";
import { remind } from "./remind";

let world: TestWorld;
let scene: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.execute("delete from pgboss.job where name = 'notification.create'");
  scene = await stage();
});

async function stage() {
  const { db } = world;
  const agence = await addAgence(db);
  const boss = await addUtilisateur(db, { agenceIds: [agence.id] });
  const user = await addUtilisateur(db, { role: "client" });
  const { client, adresse } = await addClient(db, agence.id, { utilisateurId: user.id });
  const activite = await addActivite(db, agence.id);
  const intervenant = await addIntervenant(db, agence.id, [activite.id]);
  const ids = { agenceId: agence.id, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
  return { agence, boss, user, client, ids, intervenantId: intervenant.id };
}

type Values = Partial<PlainInsert<typeof prestations>>;
const MINUTE = 60_000;
const from = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const addVisit = (minutes: number, values: Values = {}, intervenantId: number | null = scene.intervenantId) =>
  addPrestation(
    world.db,
    { ...scene.ids, intervenantId },
    { debut: from(minutes), fin: from(minutes + 60), ...values },
  );
const machine = (now = NOW) => contextFor(world.db, system, { now });
const jobs = async () => {
  const rows = await world.db.execute<{ data: { type: string; objet_id: number; cle: string } }>(
    "select data from pgboss.job where name = 'notification.create' order by created_on",
  );
  return [...rows].map(({ data }) => data);
};
const mine = async () => {
  const rows = await world.db.select().from(alertes).where(eq(alertes.agenceId, scene.agence.id));
  return rows.map(({ type, objetId }) => `${type}:${objetId}`).sort();
};

async function addFacture(echeance: string, values: Partial<PlainInsert<typeof factures>> = {}) {
  const { agence, client } = scene;
  const rows = [
    await addSealed(world.db, factures, {
      agenceId: agence.id,
      clientId: client.id,
      periode: "2026-02",
      langue: "fr",
      devise: "EUR",
      statut: "emise",
      serie: agence.serieFacture,
      annee: 2026,
      sequence: 1,
      numero: `${agence.serieFacture}-2026-000001`,
      dateEmission: "2026-02-01",
      echeance,
      totalHt: 11_545,
      totalTva: 1_155,
      totalTtc: 12_700,
      instantane: {},
      empreinte: "0".repeat(64),
      emiseLe: NOW,
      ...values,
    }),
  ];
  return rows[0]?.id ?? 0;
}

describe("alerte.raise", () => {
  test("finds what is wrong, and nothing that is in order", async () => {
    const late = await addVisit(-16);
    await addVisit(-400, { statut: "realisee" });
    await addVisit(-14 - 600, { fin: from(-560), statut: "annulee", annuleeLe: NOW });
    const open = await addVisit(-200, { fin: from(-61), statut: "en_cours" });
    const unassigned = await addVisit(47 * 60, {}, null);
    await addVisit(49 * 60, {}, null);
    await raiseAlertes(machine(), {});
    expect(await mine()).toEqual(
      [`a_affecter:${unassigned.id}`, `retard:${late.id}`, `sans_depart:${open.id}`].sort(),
    );
  });

  test("a visit of fourteen minutes ago is not late yet, nor one that ended fifty-nine minutes ago open", async () => {
    await addVisit(-14);
    await addVisit(-180, { fin: from(-59), statut: "en_cours" });
    await raiseAlertes(machine(), {});
    expect(await mine()).toEqual([]);
  });

  test("raises each once although it runs twice and two workers run at once, and tells the team once", async () => {
    const late = await addVisit(-20);
    await Promise.all([raiseAlertes(machine(), {}), raiseAlertes(machine(), {})]);
    await raiseAlertes(machine(), {});
    expect(await mine()).toEqual([`retard:${late.id}`]);
    const told = (await jobs()).filter(({ type }) => type === "alerte.retard");
    expect(told).toHaveLength(1);
    for (const data of [...told, ...told]) await createNotification(machine(), data);
    const notices = await world.db
      .select()
      .from(notifications)
      .where(eq(notifications.utilisateurId, scene.boss.id));
    expect(notices).toMatchObject([{ type: "alerte.retard", lien: `/gestion/visites/${late.id}` }]);
    const mails = await mailTo(world.db, scene.boss.email);
    expect(mails).toMatchObject([{ gabarit: "alertLate" }]);
    const lines = await world.db
      .select()
      .from(audit)
      .where(and(eq(audit.action, "alerte.raise"), eq(audit.agenceId, scene.agence.id)));
    expect(lines).toHaveLength(1);
  });

  test("raises a visit anew that was moved and is late again, and tells of it again", async () => {
    const late = await addVisit(-20);
    await raiseAlertes(machine(), {});
    const move = (debut: Date, fin: Date) =>
      world.db.update(visits).set({ debut, fin }).where(eq(visits.id, late.id));
    await move(from(600), from(660));
    await raiseAlertes(machine(), {});
    await move(from(-30), from(30));
    await raiseAlertes(machine(), {});
    await raiseAlertes(machine(), {});
    expect(await mine()).toEqual([`retard:${late.id}`]);
    const told = (await jobs()).filter(({ type }) => type === "alerte.retard");
    expect(new Set(told.map(({ cle }) => cle)).size).toBe(2);
    expect(told).toHaveLength(2);
  });

  test("tells of an invoice past its term and of a low review, and closes each when it is settled", async () => {
    const unpaid = await addFacture("2026-03-09");
    const visit = await addVisit(-3000, { statut: "validee" });
    const values = { agenceId: scene.agence.id, prestationId: visit.id, clientId: scene.client.id };
    const rows = [await addSealed(world.db, avis, { ...values, note: 2, creeLe: NOW })];
    await raiseAlertes(machine(), {});
    expect(await mine()).toEqual([`avis_bas:${rows[0]?.id}`, `facture_echue:${unpaid}`]);
    const boss = contextFor(
      world.db,
      actor("gestionnaire", { id: scene.boss.id, agenceIds: [scene.agence.id] }),
    );
    const open = (await listAlertes(boss, {})).results;
    expect(open).toMatchObject([
      { type: "avis_bas", lien: `/gestion/visites/${visit.id}`, message: expect.stringContaining("2/5") },
      { type: "facture_echue", lien: `/gestion/factures/${unpaid}`, message: expect.stringMatching(/127/) },
    ]);
    await world.db.update(factures).set({ statut: "payee", paye: 12_700 }).where(eq(factures.id, unpaid));
    const [review] = await world.db.select().from(avis).where(eq(avis.prestationId, visit.id));
    await changeSealed(world.db, avis, { id: review?.id ?? 0 }, { reponse: "Nous vous appelons." });
    await raiseAlertes(machine(), {});
    expect((await listAlertes(boss, {})).results).toEqual([]);
    expect(await mine()).toHaveLength(2);
  });

  test("is for the machine; the list is for the agency's team, and only theirs", async () => {
    await expect(raiseAlertes(contextFor(world.db, actor("admin")), {})).rejects.toMatchObject({
      code: "forbidden",
    });
    await addVisit(-20);
    await raiseAlertes(machine(), {});
    const elsewhere = actor("gestionnaire", {
      id: scene.boss.id,
      agenceIds: [(await addAgence(world.db)).id],
    });
    expect((await listAlertes(contextFor(world.db, elsewhere), {})).results).toEqual([]);
    for (const who of [actor("client"), guest])
      await expect(listAlertes(contextFor(world.db, who), {})).rejects.toMatchObject({
        code: who === guest ? "unauthenticated" : "forbidden",
      });
  });
});

describe("notification.remind", () => {
  const evening = new Date("2026-03-10T16:00:00Z");
  const tomorrow = (values: Values = {}) => addVisit(26 * 60, values);
  const reminders = async () => (await jobs()).filter(({ type }) => type === "prestation.rappel");

  test("reminds of tomorrow's visits from four in the afternoon, in the agency's time", async () => {
    const visit = await tomorrow();
    await addVisit(50 * 60);
    await tomorrow({ debut: from(27 * 60 + 30), fin: from(29 * 60), statut: "annulee", annuleeLe: NOW });
    await remind(machine(new Date("2026-03-10T14:59:00Z")), {});
    expect(await reminders()).toEqual([]);
    await remind(machine(evening), {});
    expect(await reminders()).toMatchObject([{ objet_id: visit.id }]);
  });

  test("once for each visit, although it runs twice and two workers run at once; again when the visit moved", async () => {
    const visit = await tomorrow();
    await Promise.all([remind(machine(evening), {}), remind(machine(evening), {})]);
    await remind(machine(evening), {});
    const [first, ...more] = (await reminders()).filter(({ objet_id }) => objet_id === visit.id);
    expect(more).toEqual([]);
    for (const job of [first, first]) await createNotification(machine(evening), job ?? {});
    const mails = () => mailTo(world.db, scene.user.email);
    expect(await mails()).toMatchObject([{ gabarit: "visitReminder" }]);
    await world.db
      .update(visits)
      .set({ debut: from(28 * 60), fin: from(29 * 60) })
      .where(eq(visits.id, visit.id));
    await remind(machine(evening), {});
    expect(await reminders()).toHaveLength(2);
  });

  test("tells the client once of an invoice past its term, and never of one that is paid", async () => {
    const unpaid = await addFacture("2026-03-09");
    await remind(machine(), {});
    await remind(machine(), {});
    const told = (await jobs()).filter(({ type }) => type === "facture.echue");
    expect(told).toMatchObject([{ objet_id: unpaid, cle: `echue:${unpaid}` }]);
    await createNotification(machine(), told[0] ?? {});
    const [mail] = await mailTo(world.db, scene.user.email);
    expect(mail?.gabarit).toBe("invoiceOverdue");
  });
});
