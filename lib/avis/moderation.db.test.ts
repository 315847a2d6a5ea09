import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { prestations } from "@/db/schema/prestations";
import { audit, notifications } from "@/db/schema/suivi";
import { addPrestation } from "@/db/testing-data";
import type { PlainInsert } from "@/db/vault/open";
import { system } from "@/lib/foundation/context";
import { actor, contextFor } from "@/lib/foundation/testing";
import { createNotification } from "@/lib/notifications/create-notification";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { answerAvis } from "./answer-avis";
import { createAvis } from "./create-avis";
import { listAvis } from "./list-avis";
import { listDossiers } from "./list-dossiers";
import { moderateAvis } from "./moderate-avis";
import { readAvis } from "./read-avis";
import { updateAvis } from "./update-avis";

let w: VisitWorld;
let offset = 0;
beforeAll(async () => {
  w = await visitWorld();
});

/** A validated visit of Nadia's, each on a day of its own. */
async function visit(values: Partial<PlainInsert<typeof prestations>> = {}) {
  offset += 1;
  const where = { agenceId: w.agence.id, clientId: w.client.id, adresseId: w.adresse.id };
  return addPrestation(
    w.db,
    { ...where, activiteId: w.activite.id, intervenantId: w.nadia.id },
    { debut: new Date(Date.UTC(2026, 0, offset, 8)), statut: "validee", ...values },
  );
}

async function review(note = 5) {
  const { id } = await visit();
  return createAvis(w.clientCtx(), { prestation_id: id, note, commentaire: "Ponctuelle et soigneuse" });
}

const linesOf = (id: number) =>
  w.db
    .select()
    .from(audit)
    .where(eq(audit.flux, `avis:${id}`))
    .orderBy(desc(audit.seq));
/** How often the event was sent to be told. */
const sent = async (type: string, id: number) =>
  (await jobsOf(w.db, "notification.create")).filter((job) => job.type === type && job.objet_id === id)
    .length;
const told = (type: string, id: number) =>
  createNotification(contextFor(w.db, system), { type, objet_id: id, acteur_id: null });

describe("avis.create", () => {
  test("waits for the moderator, leaves a line without words and tells the team", async () => {
    const avis = await review(2);
    expect(avis).toMatchObject({ statut: "en_attente", note: 2, version: 1, reponse: "" });
    const [line] = await linesOf(avis.id);
    expect(line).toMatchObject({ action: "avis.create", resultat: "ok", agenceId: w.agence.id });
    expect(line?.canon).not.toContain("Ponctuelle");
    expect(await sent("avis.depose", avis.id)).toBe(1);
    expect((await listAvis(contextFor(w.db, actor("guest")), { agence_id: w.agence.id })).results).toEqual(
      [],
    );
  });

  test("is refused before validation, a second time, for somebody else's visit and to other roles", async () => {
    const done = await visit({ statut: "realisee" });
    const ask = (id: number, ctx = w.clientCtx()) => createAvis(ctx, { prestation_id: id, note: 4 });
    await expect(ask(done.id)).rejects.toMatchObject({ code: "visitNotValidated" });
    const { id } = await visit();
    await ask(id);
    await expect(ask(id)).rejects.toMatchObject({ code: "reviewExists" });
    await expect(ask(2_000_000_000)).rejects.toMatchObject({ code: "notFound" });
    await expect(ask(id, w.staffCtx())).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      createAvis(w.clientCtx(), { prestation_id: (await visit()).id, note: 6 }),
    ).rejects.toMatchObject({ code: "validation", details: { errors: [{ pointer: "/note" }] } });
  });

  test("two sent at once make one review", async () => {
    const { id } = await visit();
    const both = await Promise.allSettled(
      [1, 5].map((note) => createAvis(w.clientCtx(), { prestation_id: id, note })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listDossiers(w.clientCtx(), { prestation_id: id })).results).toHaveLength(1);
  });
});

describe("avis.update", () => {
  test("changes what nobody has moderated, and only the version that its author saw", async () => {
    const { id } = await review(3);
    const changed = await updateAvis(w.clientCtx(), { id, note: 4, version: 1 });
    expect(changed).toMatchObject({ note: 4, commentaire: "Ponctuelle et soigneuse", version: 2 });
    await expect(updateAvis(w.clientCtx(), { id, note: 5, version: 1 })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
    await moderateAvis(w.staffCtx(), { id, decision: "publie" });
    await expect(updateAvis(w.clientCtx(), { id, note: 1 })).rejects.toMatchObject({
      code: "reviewModerated",
    });
  });
});

describe("avis.moderate", () => {
  test("publishes with the answer under an initial, and tells the author", async () => {
    const { id } = await review();
    const avis = await moderateAvis(w.staffCtx(), { id, decision: "publie", reponse: "Merci !" });
    expect(avis).toMatchObject({ statut: "publie", reponse: "Merci !" });
    const page = await listAvis(contextFor(w.db, actor("guest")), {});
    const shown = page.results.find((one) => one.id === id);
    expect(shown).toMatchObject({
      reponse: "Merci !",
      auteur: `${w.client.prenom.charAt(0).toUpperCase()}.`,
    });
    expect(Object.keys(shown ?? {})).not.toEqual(expect.arrayContaining(["client_id", "prestation_id"]));
    expect(await sent("avis.publie", id)).toBe(1);
    expect((await linesOf(id))[0]).toMatchObject({ action: "avis.moderate" });
    await expect(moderateAvis(w.staffCtx(), { id, decision: "publie" })).rejects.toMatchObject({
      code: "invalidTransition",
      details: { extra: { allowed: ["refuse"] } },
    });
  });

  test("refuses for a reason only, which the author reads and the public does not", async () => {
    const { id } = await review(1);
    await expect(moderateAvis(w.staffCtx(), { id, decision: "refuse" })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ pointer: "/motif", code: "required" }] },
    });
    await moderateAvis(w.staffCtx(), { id, decision: "refuse", motif: "Numéro de téléphone" });
    expect(await readAvis(w.clientCtx(), { id })).toMatchObject({
      statut: "refuse",
      motif_refus: "Numéro de téléphone",
    });
    await told("avis.refuse", id);
    const rows = await w.db.select().from(notifications).where(eq(notifications.type, "avis.refuse"));
    const mine = rows.filter(({ donnees }) => (donnees as { avis_id?: number }).avis_id === id);
    expect(mine.map(({ lien }) => lien)).toEqual([expect.stringMatching(/^\/espace\/visites\/\d+$/)]);
    const shown = await listAvis(contextFor(w.db, actor("guest")), { limit: 200 });
    expect(shown.results.map((one) => one.id)).not.toContain(id);
    await expect(answerAvis(w.staffCtx(), { id, reponse: "Non" })).rejects.toMatchObject({
      code: "invalidTransition",
    });
  });

  test("of two moderators at once, the second is told that it has changed", async () => {
    const { id, version } = await review();
    const both = await Promise.allSettled([
      moderateAvis(w.staffCtx(), { id, version, decision: "publie" }),
      moderateAvis(w.staffCtx(), { id, version, decision: "refuse", motif: "Hors sujet" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("avis.answer", () => {
  test("tells the author once the review is public, not before", async () => {
    const { id } = await review(2);
    await answerAvis(w.staffCtx(), { id, reponse: "Nous vous rappelons" });
    expect(await sent("avis.repondu", id)).toBe(0);
    await moderateAvis(w.staffCtx(), { id, decision: "publie" });
    expect(await readAvis(w.clientCtx(), { id })).toMatchObject({ reponse: "Nous vous rappelons" });
    await answerAvis(w.staffCtx(), { id, reponse: "C’est réglé" });
    expect(await sent("avis.repondu", id)).toBe(1);
    await expect(answerAvis(w.clientCtx(), { id, reponse: "moi" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("avis.listDossiers", () => {
  test("filters low ones that wait; an auditeur sees neither names nor words", async () => {
    const low = await review(1);
    const page = await listDossiers(w.staffCtx(), { statut: "en_attente", note_max: 2, count: true });
    expect(page.results.map(({ id }) => id)).toContain(low.id);
    expect(page.results.every(({ note, statut }) => note <= 2 && statut === "en_attente")).toBe(true);
    expect(page.count).toBe(page.results.length);
    const hidden = await readAvis(contextFor(w.db, actor("auditeur")), { id: low.id });
    expect(hidden).toMatchObject({ commentaire: "", client: expect.stringMatching(/^client-[0-9a-f]{6}$/) });
  });
});
