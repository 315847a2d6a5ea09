import { desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { factures } from "@/db/schema/factures";
import { reservations } from "@/db/schema/prestations";
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
import { guest, system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { locales } from "@/lib/i18n/locales";
import { createNotification } from "./create-notification";
import { annonces } from "./evenement";
import { listNotifications } from "./list-notifications";
import { sentenceOf } from "./redaction";
import { updateNotification } from "./update-notification";

let world: TestWorld;
let scene: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  scene = await stage();
});

/** An agency with two gestionnaires, and a visit of a client with an account by an intervenant with one. */
async function stage() {
  const { db } = world;
  const agence = await addAgence(db);
  const [boss, second] = [
    await addUtilisateur(db, { agenceIds: [agence.id], langue: "en" }),
    await addUtilisateur(db, { agenceIds: [agence.id] }),
  ];
  const elsewhere = await addUtilisateur(db, { agenceIds: [(await addAgence(db)).id] });
  const user = await addUtilisateur(db, { role: "client", langue: "ar", prenom: "Samia" });
  const { client, adresse } = await addClient(db, agence.id, { utilisateurId: user.id, nom: "Belkadi" });
  const worker = await addUtilisateur(db, { role: "intervenant" });
  const activite = await addActivite(db, agence.id);
  const intervenant = await addIntervenant(db, agence.id, [activite.id], { utilisateurId: worker.id });
  const visit = await addPrestation(db, {
    agenceId: agence.id,
    clientId: client.id,
    adresseId: adresse.id,
    activiteId: activite.id,
    intervenantId: intervenant.id,
  });
  const rows = [
    await addSealed(db, reservations, {
      agenceId: agence.id,
      clientId: client.id,
      prestationId: visit.id,
      dateDemandee: visit.debut,
      expireLe: new Date(NOW.getTime() + 86_400_000),
      motif: "complet ce jour-là",
    }),
  ];
  return { agence, boss, second, elsewhere, user, client, worker, visit, reservation: rows[0]?.id ?? 0 };
}

const tell = (type: string, objet_id: number, acteur_id: number | null, requestId = crypto.randomUUID()) =>
  createNotification(contextFor(world.db, system, { requestId }), { type, objet_id, acteur_id });
const noticesOf = (utilisateurId: number) =>
  world.db.select().from(notifications).where(eq(notifications.utilisateurId, utilisateurId));
const mailsTo = (to: string) => mailTo(world.db, to);

describe("notification.create", () => {
  test("an author whose review is refused reads the reason in an e-mail too", async () => {
    const { agence, client, visit, user } = scene;
    const about = { agenceId: agence.id, clientId: client.id, prestationId: visit.id };
    const [review] = [
      await addSealed(world.db, avis, {
        ...about,
        note: 2,
        statut: "refuse",
        motifRefus: "Donne le numéro d’une personne",
      }),
    ];
    await tell("avis.refuse", review?.id ?? 0, scene.boss.id);
    const [notice] = await noticesOf(user.id);
    expect(notice).toMatchObject({ type: "avis.refuse", lien: `/espace/visites/${visit.id}` });
    const [mail] = await mailsTo(user.email);
    expect(mail).toMatchObject({ gabarit: "reviewRefused", langue: "ar" });
    expect(mail?.texte).toContain("Donne le numéro d’une personne");
  });

  test("a request reaches the agency's team and nobody else's, and gives the client a receipt in their language", async () => {
    const { boss, second, elsewhere, user, reservation } = scene;
    expect(await tell("reservation.demandee", reservation, user.id)).toEqual({ avises: 3 });
    for (const { id } of [boss, second, user]) expect(await noticesOf(id)).toHaveLength(1);
    expect(await noticesOf(elsewhere.id)).toEqual([]);
    expect(await mailsTo(user.email)).toMatchObject([{ gabarit: "reservationReceived", langue: "ar" }]);
    const [mail] = await mailsTo(boss.email);
    expect(mail).toMatchObject({ gabarit: "newRequest", langue: "en" });
    expect(mail?.texte).toContain("Belkadi");
    expect(mail?.texte).toContain("10:00–12:00");
  });

  test("the one who cancels is not told; the others are", async () => {
    const { boss, second, user, worker, reservation } = scene;
    await tell("reservation.annulee", reservation, boss.id);
    expect(await noticesOf(boss.id)).toEqual([]);
    for (const { id } of [second, user, worker]) expect(await noticesOf(id)).toHaveLength(1);
  });

  test("run twice by the queue it tells once; a second event of the same kind tells again", async () => {
    const { visit, user, boss } = scene;
    const job = crypto.randomUUID();
    await tell("prestation.deplacee", visit.id, boss.id, job);
    await tell("prestation.deplacee", visit.id, boss.id, job);
    expect([(await noticesOf(user.id)).length, (await mailsTo(user.email)).length]).toEqual([1, 1]);
    await tell("prestation.deplacee", visit.id, boss.id);
    expect([(await noticesOf(user.id)).length, (await mailsTo(user.email)).length]).toEqual([2, 2]);
  });

  test("a client without account gets the e-mail once; one without e-mail or erased gets nothing", async () => {
    const { agence, visit } = scene;
    for (const [values, expected] of [
      [{ langue: "tzm" }, 1],
      [{ email: "" }, 0],
      [{ effaceLe: NOW }, 0],
    ] as const) {
      const { client, adresse } = await addClient(world.db, agence.id);
      const one = await addPrestation(
        world.db,
        { agenceId: agence.id, clientId: client.id, adresseId: adresse.id, activiteId: visit.activiteId },
        { debut: new Date("2026-04-01T08:00:00Z"), statut: "realisee" },
      );
      // Afterwards: nothing is planned for someone who was erased.
      await changeSealed(world.db, clients, { id: client.id }, values);
      const job = crypto.randomUUID();
      await tell("prestation.realisee", one.id, null, job);
      await tell("prestation.realisee", one.id, null, job);
      expect((await mailsTo(client.email)).length).toBe(expected);
    }
  });

  test("an invoice tells number, amount and due date in the client's habits", async () => {
    const { agence, client, user } = scene;
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
        dateEmission: "2026-03-01",
        echeance: "2026-03-31",
        totalHt: 11_545,
        totalTva: 1_155,
        totalTtc: 12_700,
        instantane: {},
        empreinte: "0".repeat(64),
        emiseLe: NOW,
      }),
    ];
    await tell("facture.emise", rows[0]?.id ?? 0, null);
    const [mail] = await mailsTo(user.email);
    expect(mail?.texte).toContain(`${agence.serieFacture}-2026-000001`);
    expect(mail?.texte).toMatch(/127/);
  });

  test("a notice holds no name, contact or free text, and the log neither", async () => {
    const { reservation, user } = scene;
    await tell("reservation.refusee", reservation, null);
    const [notice] = await noticesOf(user.id);
    expect(notice?.donnees).toEqual({
      reservation_id: reservation,
      prestation_id: scene.visit.id,
      date: "2026-03-12T09:00:00.000Z",
      fuseau: "Europe/Paris",
    });
    const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "notification.create", objetType: "reservation" });
    for (const secret of ["Samia", "Belkadi", user.email, "complet"])
      expect(line?.canon).not.toContain(secret);
  });

  test("a refused move of a visit that stands speaks of the time asked for and leads to the visit", async () => {
    const { reservation, user, visit } = scene;
    const dateDemandee = new Date("2026-03-13T13:00:00Z");
    await world.db
      .update(reservations)
      .set({ statut: "refusee", dateDemandee })
      .where(eq(reservations.id, reservation));
    await tell("reservation.refusee", reservation, null);
    const [notice] = await noticesOf(user.id);
    expect(notice).toMatchObject({
      lien: `/espace/visites/${visit.id}`,
      donnees: { date: "2026-03-13T13:00:00.000Z" },
    });
  });

  test("whoever had the visit before is told that it changed, without its page", async () => {
    const { db } = world;
    const account = await addUtilisateur(db, { role: "intervenant" });
    const former = await addIntervenant(db, scene.agence.id, [], { utilisateurId: account.id });
    const { boss, worker, visit } = scene;
    const told = await createNotification(contextFor(db, system), {
      type: "prestation.modifiee",
      objet_id: visit.id,
      acteur_id: boss.id,
      ancien_intervenant_id: former.id,
    });
    expect(told).toEqual({ avises: 3 });
    expect(await noticesOf(account.id)).toMatchObject([{ type: "prestation.modifiee", lien: "/terrain" }]);
    expect(await noticesOf(worker.id)).toMatchObject([{ lien: `/terrain/visites/${visit.id}` }]);
  });

  test("an unknown event, or one whose object has gone, tells nobody and fails no job", async () => {
    expect(await tell("prestation.inconnue", scene.visit.id, null)).toEqual({ avises: 0 });
    expect(await tell("prestation.annulee", 999_999, null)).toEqual({ avises: 0 });
    await expect(
      createNotification(contextFor(world.db, guest), { type: "facture.emise", objet_id: 1 }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("notification.list and update", () => {
  const me = (id: number, locale: "fr" | "en" = "fr") =>
    contextFor(world.db, actor("client", { id }), { locale });

  test("shows the caller's own, newest first, as sentences in their language", async () => {
    const { user, boss, reservation, visit } = scene;
    await tell("reservation.demandee", reservation, user.id);
    await tell("prestation.deplacee", visit.id, boss.id);
    const page = await listNotifications(me(user.id, "en"), { count: "true" });
    expect(page.count).toBe(2);
    expect(page.results.map((one) => one.message)).toEqual([
      expect.stringMatching(/^A visit has been moved: Thursday.* 10:00\.$/),
      expect.stringMatching(/^Your request for Thursday/),
    ]);
    expect(page.results[0]).toMatchObject({ lue: false, lien: `/espace/visites/${visit.id}` });
  });

  test("marks one, then all, as read; not another person's", async () => {
    const { user, boss, reservation, visit } = scene;
    await tell("reservation.demandee", reservation, user.id);
    await tell("prestation.deplacee", visit.id, boss.id);
    const [first] = (await listNotifications(me(user.id), {})).results;
    expect(await updateNotification(me(user.id), { id: first?.id, lue: true })).toEqual({ modifiees: 1 });
    expect((await listNotifications(me(user.id), { non_lues: "true" })).results).toHaveLength(1);
    await expect(updateNotification(me(boss.id), { id: first?.id, lue: true })).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await updateNotification(me(user.id), { lue: true })).toEqual({ modifiees: 2 });
    expect((await listNotifications(me(user.id), { non_lues: "true" })).results).toEqual([]);
  });
});

describe("sentenceOf", () => {
  test("has a sentence for every event in every language", () => {
    const donnees = {
      date: "2026-03-12T09:00:00.000Z",
      numero: "P-2026-000001",
      total_ttc: 12_700,
      devise: "EUR",
    };
    for (const locale of locales)
      for (const type of Object.keys(annonces))
        for (const isClient of [true, false]) {
          const text = sentenceOf(type, donnees, locale, isClient);
          expect(text, `${locale} ${type}`).not.toBe(sentenceOf("unknown", donnees, locale, isClient));
          expect(text).not.toMatch(/[{}]/);
        }
  });
});
