import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { consentements } from "@/db/schema/consentements";
import { audit, notifications } from "@/db/schema/suivi";
import { addClient, addPrestation, addUtilisateur, mailTo } from "@/db/testing-data";
import { createAvis } from "@/lib/avis/create-avis";
import { listAvis } from "@/lib/avis/list-avis";
import { moderateAvis } from "@/lib/avis/moderate-avis";
import { system } from "@/lib/foundation/context";
import { actor, contextFor } from "@/lib/foundation/testing";
import { createNotification } from "@/lib/notifications/create-notification";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { readCopy } from "../copy-store";
import { createDemande } from "../create-demande";
import { decideDemande } from "../decide-demande";
import { eraseClient } from "../erase-client";
import { createConsentement } from "./create-consentement";
import { listConsentements } from "./list-consentements";

let w: VisitWorld;
let serial = 0;
beforeAll(async () => {
  w = await visitWorld();
});

/** A client with an account, and a visit that they validated. */
async function person() {
  serial += 1;
  const email = `choix.${serial}@exemple.test`;
  const user = await addUtilisateur(w.db, { role: "client", email });
  const agenceId = w.agence.id;
  const { client, adresse } = await addClient(w.db, agenceId, { utilisateurId: user.id, email });
  const ctx = contextFor(w.db, actor("client", { id: user.id, clientId: client.id, agenceIds: [agenceId] }));
  const where = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId: w.activite.id };
  const debut = new Date(Date.UTC(2026, 0, serial, 8));
  const visit = await addPrestation(w.db, where, { debut, statut: "validee" });
  return { id: client.id, user, ctx, email, visit };
}
type Person = Awaited<ReturnType<typeof person>>;
const say = ({ id, ctx }: Person, finalite: string, accord: boolean) =>
  createConsentement(ctx, { id, finalite, accord });
const stateOf = async ({ id, ctx }: Person, finalite: string) =>
  (await listConsentements(ctx, { id })).finalites.find((one) => one.finalite === finalite);

describe("consentement.create", () => {
  test("the last word counts, all that was said stays, and the log has a line each time", async () => {
    const someone = await person();
    expect(await stateOf(someone, "rappels_push")).toMatchObject({ etat: "aucun", depuis: null });
    await say(someone, "rappels_push", true);
    const after = await say(someone, "rappels_push", false);
    expect(after.historique.map(({ accord, voie }) => [accord, voie])).toEqual([
      [false, "compte"],
      [true, "compte"],
    ]);
    expect(await stateOf(someone, "rappels_push")).toMatchObject({ etat: "retire", depuis: "2026-03-10" });
    const lines = await w.db
      .select()
      .from(audit)
      .where(eq(audit.flux, `client:${someone.id}`))
      .orderBy(desc(audit.seq));
    expect(lines.filter(({ action }) => action === "consentement.create")).toHaveLength(2);
  });

  test("staff note a paper of an earlier day, which does not undo what the person said since", async () => {
    const someone = await person();
    await say(someone, "demande_avis", false);
    const paper = { id: someone.id, finalite: "demande_avis", accord: true, date: "2026-03-02" };
    const noted = await createConsentement(w.staffCtx(), paper);
    expect(noted.historique[1]).toMatchObject({ accord: true, voie: "papier", date: "2026-03-02" });
    expect(noted.historique[1]?.saisi_par).not.toBe("");
    expect((await listConsentements(someone.ctx, { id: someone.id })).historique[1]?.saisi_par).toBe("");
    expect(await stateOf(someone, "demande_avis")).toMatchObject({ etat: "retire" });
    await createConsentement(w.staffCtx(), { ...paper, date: "2026-03-10" });
    expect(await stateOf(someone, "demande_avis")).toMatchObject({ etat: "donne" });
  });

  test("refuses a day to come, a wording never shown, other agencies, other clients and auditeurs", async () => {
    const { id, ctx } = await person();
    const body = { id, finalite: "demande_avis", accord: true };
    const refused = (pointer: string) => ({ details: { errors: [{ pointer }] } });
    await expect(createConsentement(w.staffCtx(), { ...body, date: "2026-03-11" })).rejects.toMatchObject(
      refused("/date"),
    );
    for (const one of [ctx, w.staffCtx()])
      await expect(createConsentement(one, { ...body, version_texte: 2 })).rejects.toMatchObject(
        refused("/version_texte"),
      );
    for (const one of [w.clientCtx(), w.otherStaffCtx()])
      await expect(createConsentement(one, body)).rejects.toMatchObject({ code: "notFound" });
    await expect(createConsentement(w.auditCtx(), body)).rejects.toMatchObject({ code: "forbidden" });
    expect(await listConsentements(w.auditCtx(), { id })).toMatchObject({ historique: [] });
  });

  test("the database lets nobody change or delete what was said", async () => {
    const someone = await person();
    await say(someone, "publication_avis", true);
    const mine = eq(consentements.clientId, someone.id);
    await expect(w.db.update(consentements).set({ accord: false }).where(mine)).rejects.toThrow();
    await expect(w.db.delete(consentements).where(mine)).rejects.toThrow();
  });
});

describe("what a withdrawal stops", () => {
  test("a published review is no longer shown nor counted, until its author agrees again", async () => {
    const someone = await person();
    const body = { prestation_id: someone.visit.id, note: 1, commentaire: "Moyen" };
    const { id } = await createAvis(someone.ctx, body);
    await moderateAvis(w.staffCtx(), { id, decision: "publie" });
    const seen = () => listAvis(contextFor(w.db, actor("guest")), { agence_id: w.agence.id });
    expect(await seen()).toMatchObject({ results: [{ id }], resume: { nombre: 1, moyenne: 1 } });
    await say(someone, "publication_avis", false);
    expect(await seen()).toMatchObject({ results: [], resume: { nombre: 0, moyenne: null } });
    await moderateAvis(w.staffCtx(), { id, decision: "refuse", motif: "Retiré" });
    await expect(moderateAvis(w.staffCtx(), { id, decision: "publie" })).rejects.toMatchObject({
      code: "consentWithdrawn",
    });
    await say(someone, "publication_avis", true);
    await moderateAvis(w.staffCtx(), { id, decision: "publie" });
    expect((await seen()).results).toHaveLength(1);
  });

  test("nobody is asked for a review once they said no", async () => {
    const someone = await person();
    const ask = () =>
      createNotification(contextFor(w.db, system), {
        type: "avis.demande",
        objet_id: someone.visit.id,
        acteur_id: null,
      });
    const told = () =>
      w.db.select().from(notifications).where(eq(notifications.utilisateurId, someone.user.id));
    await say(someone, "demande_avis", false);
    await ask();
    expect([await told(), await mailTo(w.db, someone.email)]).toEqual([[], []]);
    await say(someone, "demande_avis", true);
    await ask();
    expect(await told()).toMatchObject([{ type: "avis.demande" }]);
  });
});

test("it is in the person's copy, and goes with them", async () => {
  const someone = await person();
  await say(someone, "publication_avis", false);
  const who = { clientId: someone.id, utilisateurId: someone.user.id, emails: [] };
  expect((await readCopy(w.db, who)).consentements).toMatchObject([
    { finalite: "publication_avis", accord: false, voie: "compte", le: "2026-03-10" },
  ]);
  await w.db.execute(`update prestations set statut = 'annulee' where client_id = ${someone.id}`);
  const { id } = await createDemande(someone.ctx, { type: "effacement" });
  await decideDemande(w.staffCtx(), { id, decision: "acceptee" });
  await eraseClient(w.staffCtx(), { id: someone.id, confirmation: `EFFACER-${someone.id}` });
  const mine = eq(consentements.clientId, someone.id);
  expect(await w.db.select().from(consentements).where(mine)).toEqual([]);
  expect((await w.db.select().from(clients).where(eq(clients.id, someone.id)))[0]?.effaceLe).not.toBeNull();
  await expect(
    createConsentement(w.staffCtx(), { id: someone.id, finalite: "demande_avis", accord: true }),
  ).rejects.toMatchObject({ code: "clientErased" });
});
