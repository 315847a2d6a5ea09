import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adresses, clients, contacts } from "@/db/schema/clients";
import { factures } from "@/db/schema/factures";
import { abonnementsPush } from "@/db/schema/notifications";
import { courriels, idempotence, jetonsRafraichissement, utilisateurs } from "@/db/schema/organisation";
import { abonnementsAgenda } from "@/db/schema/plannings";
import { prestations } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { audit, avis, notifications } from "@/db/schema/suivi";
import { addClient, addPrestation, addSealed, addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import { equalityPrint } from "@/db/vault/search";
import { columnsHolding, columnsShowing } from "@/db/vault/words.testing";
import { updateClient } from "@/lib/clients/update-client";
import { createDevis } from "@/lib/factures/create-devis";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { sendDevis } from "@/lib/factures/send-devis";
import { accountById } from "@/lib/foundation/actor";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { verifyAudit } from "@/lib/oversight/verify-audit";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createReservation } from "@/lib/reservations/create-reservation";
import { createDemande } from "./create-demande";
import { decideDemande } from "./decide-demande";
import { eraseClient } from "./erase-client";
import { exportClient } from "./export-client";
import { previewErasure } from "./preview-erasure";

let w: VisitWorld;
let someone: Awaited<ReturnType<typeof person>>;
let serial = 0;
beforeAll(async () => {
  w = await visitWorld();
});
beforeEach(async () => {
  someone = await person();
});

/** Names, an address and a phone that nobody else in the database has: their traces can be searched for. */
async function person() {
  serial += 1;
  const nom = `Zébulonne${serial}x`;
  const prenom = `Cunégonde${serial}y`;
  const email = `cunegonde.${serial}@zebulonne.test`;
  const telephone = `+33 1 39 98 77 ${10 + serial}`;
  const user = await addUtilisateur(w.db, { role: "client", email, prenom, nom });
  const values = {
    prenom,
    nom,
    email,
    telephone,
    utilisateurId: user.id,
  };
  const { client, adresse } = await addClient(w.db, w.agence.id, { ...values, notes: `${nom} a un chat` });
  await addSealed(w.db, contacts, { clientId: client.id, nom: `Fille ${nom}`, telephone });
  const where = {
    agenceId: w.agence.id,
    clientId: client.id,
    adresseId: adresse.id,
    activiteId: w.activite.id,
  };
  const debut = new Date(Date.UTC(2026, 1, serial, 8));
  const words = { instructions: `Demander ${prenom} ${nom}`, noteIntervenant: `${nom} va bien` };
  const visit = await addPrestation(w.db, where, {
    debut,
    statut: "validee",
    dureeFactureeMin: 120,
    ...words,
  });
  const { id, agenceId } = { id: client.id, agenceId: w.agence.id };
  await addSealed(w.db, avis, {
    agenceId,
    clientId: id,
    prestationId: visit.id,
    note: 5,
    commentaire: `Merci, ${nom}`,
    statut: "publie",
    publieLe: NOW,
  });
  const draft = await prepareFacture(w.staffCtx(), { client_id: id, periode: "2026-02" });
  const facture = await issueFacture(w.staffCtx(), { id: draft.id });
  const quote = await createDevis(w.staffCtx(), { client_id: id, lignes: [{ type: "menage", duree: 2 }] });
  await sendDevis(w.staffCtx(), { id: quote.id });
  await createDevis(w.staffCtx(), { client_id: id, lignes: [{ type: "menage", duree: 3 }] });
  await w.db.insert(notifications).values({ utilisateurId: user.id, type: "facture.emise" });
  const mail = { langue: "fr" as const, gabarit: "newRequest", html: "" };
  for (const one of [
    { destinataire: email, sujet: "Pour vous", texte: "Bonjour" },
    { destinataire: "equipe@agence.test", sujet: "Demande", texte: `Client : ${prenom} ${nom}` },
  ]) {
    const destinataireEmpreinte = equalityPrint("courriels", one.destinataire);
    await addSealed(w.db, courriels, { ...one, ...mail, destinataireEmpreinte });
  }
  const kept = { empreinte: "0".repeat(64), expireLe: NOW };
  const answers = await sealRows(w.db, idempotence, [
    { cle: `k${serial}`, corps: JSON.stringify({ email }), ...kept },
  ]);
  await w.db.insert(idempotence).values(answers);
  await w.db
    .insert(jetonsRafraichissement)
    .values({ utilisateurId: user.id, famille: `f${serial}`, empreinte: `e${serial}`, expireLe: NOW });
  await w.db
    .insert(abonnementsAgenda)
    .values({ utilisateurId: user.id, nom: `Téléphone de ${nom}`, empreinte: `a${serial}`, secretLe: NOW });
  await w.db
    .insert(abonnementsPush)
    .values({ utilisateurId: user.id, adresse: `https://push.test/${serial}`, cleP256dh: "k", cleAuth: "a" });
  const ctx = contextFor(w.db, actor("client", { id: user.id, clientId: id, agenceIds: [agenceId] }));
  return { client, adresse, user, visit, facture, ctx, nom, prenom, email, telephone };
}

/** Their request for erasure, accepted. */
async function accepted() {
  const { id } = await createDemande(someone.ctx, { type: "effacement", message: `Signé ${someone.nom}` });
  return decideDemande(w.staffCtx(), { id, decision: "acceptee", reponse: `Bien reçu, ${someone.nom}` });
}
const confirmed = () => ({ id: someone.client.id, confirmation: `EFFACER-${someone.client.id}` });
const erase = (ctx = w.staffCtx()) => eraseClient(ctx, confirmed());

describe("rgpd.previewErasure", () => {
  test("says what goes, what stays until when by which law, and what is missing", async () => {
    const seen = await previewErasure(someone.ctx, { id: someone.client.id });
    expect(seen).toMatchObject({ possible: false, demande_id: null, prestations_a_regler: [] });
    const kept = Object.fromEntries(seen.conserve.map((one) => [one.quoi, one]));
    expect(kept.factures).toMatchObject({
      nombre: 1,
      jusqu_au: "2036-12-31",
      reference: "Code de commerce L123-22",
    });
    expect(kept.devis).toMatchObject({ nombre: 1, jusqu_au: "2031-03-10", reference: "Code civil 2224" });
    expect(kept.journal).toMatchObject({ jusqu_au: null });
    const { id } = await accepted();
    expect(await previewErasure(w.staffCtx(), { id: someone.client.id })).toMatchObject({
      possible: true,
      demande_id: id,
    });
    expect(
      await opened(
        w.db,
        w.db.select(columnsOf(clients)).from(clients).where(eq(clients.id, someone.client.id)),
      ),
    ).toMatchObject([{ nom: someone.nom }]);
  });
});

describe("rgpd.eraseClient", () => {
  test("needs an accepted request, what was typed, and every visit settled: it names those that are not", async () => {
    await expect(erase()).rejects.toMatchObject({ code: "erasureNotAccepted" });
    await accepted();
    await expect(
      eraseClient(w.staffCtx(), { id: someone.client.id, confirmation: "EFFACER-1" }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/confirmation" }] } });
    const { client, adresse } = someone;
    const visit = await addPrestation(w.db, {
      agenceId: w.agence.id,
      clientId: client.id,
      adresseId: adresse.id,
      activiteId: w.activite.id,
    });
    await expect(erase()).rejects.toMatchObject({
      code: "visitsUnsettled",
      details: { extra: { prestations: [visit.id] } },
    });
    for (const ctx of [someone.ctx, w.auditCtx()])
      await expect(erase(ctx)).rejects.toMatchObject({ code: "forbidden" });
    await expect(erase(w.otherStaffCtx())).rejects.toMatchObject({ code: "notFound" });
    expect(
      await opened(
        w.db,
        w.db.select(columnsOf(contacts)).from(contacts).where(eq(contacts.clientId, client.id)),
      ),
    ).toHaveLength(1);
  });

  test("afterwards no column holds their name, address or phone, but what the law keeps; the log still holds", async () => {
    await accepted();
    const { nom, prenom, email, telephone, adresse } = someone;
    const traces = [nom, prenom, email, telephone, adresse.voie];
    expect((await columnsHolding(w.db, traces)).length).toBeGreaterThan(12);
    // In a copy of the database none can be read at any time: what people wrote to say who they are goes first.
    const before = await columnsShowing(w.db, traces);
    expect(before).toEqual(["public.abonnements_agenda.nom"]);
    const done = await erase();
    expect(done).toMatchObject({ client_id: someone.client.id, efface_le: NOW.toISOString() });
    expect(await columnsShowing(w.db, traces)).toEqual([]);
    expect(await columnsHolding(w.db, traces)).toEqual(["devis.instantane", "factures.instantane"]);
    const found = await verifyAudit(w.auditCtx(), {});
    expect(found).toMatchObject({ intact: true, alterees: [] });
    const lines = await w.db.select().from(audit).where(eq(audit.action, "rgpd.eraseClient"));
    expect(lines.map(({ objetType }) => objetType)).toEqual(expect.arrayContaining(["client", "rgpd"]));
    const sealed = await w.db.execute(sql`select 1 from audit_scelles s join audit a on a.id = s.entree_id
      where a.action = 'rgpd.eraseClient'`);
    expect(sealed).toHaveLength(lines.length);
  });

  test("the account is closed on every device, the request is closed, the invoice still opens", async () => {
    const { id: demande } = await accepted();
    await createDemande(someone.ctx, { type: "acces" });
    await erase();
    const { user, client, facture } = someone;
    const [account] = await opened(
      w.db,
      w.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, user.id)),
    );
    expect(account).toMatchObject({
      actif: false,
      motDePasse: null,
      prenom: "",
      versionJeton: user.versionJeton + 1,
    });
    expect(await accountById(w.db, user.id)).toBeNull();
    const requests = await opened(
      w.db,
      w.db.select(columnsOf(demandesRgpd)).from(demandesRgpd).where(eq(demandesRgpd.clientId, client.id)),
    );
    expect(requests.map(({ statut }) => statut)).toEqual(["close", "close"]);
    expect(requests.find(({ id }) => id === demande)).toMatchObject({ message: "", reponse: "" });
    const [frozen] = await opened(
      w.db,
      w.db.select(columnsOf(factures)).from(factures).where(eq(factures.id, facture.id)),
    );
    expect(JSON.stringify(frozen?.instantane)).toContain(someone.nom);
    const places = await opened(
      w.db,
      w.db.select(columnsOf(adresses)).from(adresses).where(eq(adresses.clientId, client.id)),
    );
    expect(places).toMatchObject([{ voie: "", acces: "", latitude: null, commune: "Paris" }]);
  });

  test("nothing more can be booked, offered, changed or copied for them: 422 as of any erased client", async () => {
    await accepted();
    await erase();
    const { client, adresse } = someone;
    const visit = { client_id: client.id, type: "menage", date: "2026-04-10T10:00:00", duree: 2 };
    const refused = { code: "clientErased", status: 422 };
    await expect(createPrestation(w.staffCtx(), visit)).rejects.toMatchObject(refused);
    await expect(createReservation(w.staffCtx(), visit)).rejects.toMatchObject(refused);
    await expect(
      createDevis(w.staffCtx(), { client_id: client.id, lignes: [{ type: "menage", duree: 2 }] }),
    ).rejects.toMatchObject(refused);
    await expect(updateClient(w.staffCtx(), { id: client.id, nom: "Revenue" })).rejects.toMatchObject(
      refused,
    );
    await expect(exportClient(w.staffCtx(), { id: client.id })).rejects.toMatchObject(refused);
    await expect(erase()).rejects.toMatchObject(refused);
    const row = {
      agenceId: w.agence.id,
      clientId: client.id,
      adresseId: adresse.id,
      activiteId: w.activite.id,
    };
    await expect(addPrestation(w.db, row)).rejects.toThrow();
  });

  test("a booking at the same moment either makes the erasure wait for it to be settled, or is refused", async () => {
    await accepted();
    const { client } = someone;
    const visit = { client_id: client.id, type: "menage", date: "2026-05-12T10:00:00", duree: 2 };
    const [erasure, booking] = await Promise.allSettled([erase(), createPrestation(w.staffCtx(), visit)]);
    expect([erasure.status, booking.status].sort()).toEqual(["fulfilled", "rejected"]);
    if (booking.status === "rejected") expect(booking.reason).toMatchObject({ code: "clientErased" });
    const left = await opened(
      w.db,
      w.db.select(columnsOf(prestations)).from(prestations).where(eq(prestations.clientId, client.id)),
    );
    expect(left).toHaveLength(booking.status === "fulfilled" ? 2 : 1);
  });
});
