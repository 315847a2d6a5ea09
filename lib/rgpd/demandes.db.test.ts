import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { alertes } from "@/db/schema/notifications";
import { demandesRgpd } from "@/db/schema/rgpd";
import { audit, notifications } from "@/db/schema/suivi";
import { addClient, addUtilisateur, mailTo } from "@/db/testing-data";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { createNotification } from "@/lib/notifications/create-notification";
import { listAlertes } from "@/lib/notifications/list-alertes";
import { raiseAlertes } from "@/lib/notifications/raise-alertes";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createDemande } from "./create-demande";
import { decideDemande } from "./decide-demande";
import { exportDemandes } from "./export-demandes";
import { listDemandes } from "./list-demandes";
import { prolongDemande } from "./prolong-demande";
import { readDemande } from "./read-demande";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

/** A request of a client of their own, entered by the agency. */
async function asked(fields: Record<string, unknown> = {}) {
  const { client } = await addClient(w.db, w.agence.id);
  return createDemande(w.staffCtx(), { type: "acces", client_id: client.id, ...fields });
}
const lastLine = async (id: number) =>
  (
    await w.db
      .select()
      .from(audit)
      .where(eq(audit.flux, `rgpd:${id}`))
      .orderBy(desc(audit.seq))
  )[0];
const told = async (type: string, id: number) =>
  (await jobsOf(w.db, "notification.create")).filter((job) => job.type === type && job.objet_id === id)
    .length;
const later = (day: string) => ({ now: new Date(`${day}T10:00:00Z`) });

describe("rgpd.create", () => {
  test("a client asks for themself: a month's clock, a line without words, the team told", async () => {
    const demande = await createDemande(w.clientCtx(), {
      type: "rectification",
      message: "Mon nom est faux",
    });
    expect(demande).toMatchObject({
      client_id: w.client.id,
      statut: "recue",
      recue_le: "2026-03-10",
      echeance: "2026-04-10",
      jours_restants: 31,
      prolongee: false,
    });
    const line = await lastLine(demande.id);
    expect(line).toMatchObject({ action: "rgpd.create", resultat: "ok", agenceId: w.agence.id });
    expect(line?.canon).not.toContain("faux");
    expect(await told("rgpd.recue", demande.id)).toBe(1);
    await expect(createDemande(w.clientCtx(), { type: "rectification" })).rejects.toMatchObject({
      code: "requestOpen",
    });
  });

  test("a client names nobody else and no day; staff enter the day of a letter, not one to come", async () => {
    const { client } = await addClient(w.db, w.agence.id);
    await expect(createDemande(w.clientCtx(), { type: "acces", client_id: client.id })).rejects.toMatchObject(
      { code: "clientUnknown" },
    );
    await expect(
      createDemande(w.clientCtx(), { type: "acces", intervenant_id: w.nadia.id }),
    ).rejects.toMatchObject({ code: "intervenantUnknown" });
    const own = await createDemande(w.clientCtx(), { type: "opposition", recue_le: "2026-01-01" });
    expect(own.recue_le).toBe("2026-03-10");
    expect(await asked({ recue_le: "2026-01-31" })).toMatchObject({
      echeance: "2026-02-28",
      jours_restants: -10,
    });
    await expect(asked({ recue_le: "2026-03-11" })).rejects.toMatchObject({ code: "validation" });
    await expect(createDemande(w.staffCtx(), { type: "acces" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/client_id" }] },
    });
    await expect(asked({ intervenant_id: w.nadia.id })).rejects.toMatchObject({ code: "validation" });
  });

  test("is refused for an erased person, and to those who have no say", async () => {
    const { client } = await addClient(w.db, w.agence.id, { effaceLe: NOW });
    const ask = (ctx = w.staffCtx()) => createDemande(ctx, { type: "acces", client_id: client.id });
    await expect(ask()).rejects.toMatchObject({ code: "clientErased" });
    await expect(ask(contextFor(w.db, actor("auditeur")))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of two sent at once, one is entered", async () => {
    const { client } = await addClient(w.db, w.agence.id);
    const send = () => createDemande(w.staffCtx(), { type: "effacement", client_id: client.id });
    const results = await Promise.allSettled([send(), send(), send()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of results)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "requestOpen" });
  });
});

describe("rgpd.decide", () => {
  test("takes on, accepts and closes, telling the person of each answer", async () => {
    const { id } = await asked();
    const at = (decision: string, more = {}) => decideDemande(w.staffCtx(), { id, decision, ...more });
    expect(await at("en_cours")).toMatchObject({ statut: "en_cours", decide_le: null, version: 2 });
    expect(await told("rgpd.en_cours", id)).toBe(0);
    expect(await at("acceptee")).toMatchObject({ statut: "acceptee", close_le: null });
    const closed = await at("close", { reponse: "Voici votre copie." });
    expect(closed).toMatchObject({ statut: "close", jours_restants: null, reponse: "Voici votre copie." });
    expect(await lastLine(id)).toMatchObject({ action: "rgpd.decide" });
    for (const type of ["rgpd.acceptee", "rgpd.close"]) expect(await told(type, id)).toBe(1);
    await expect(at("refusee", { motif: "x" })).rejects.toMatchObject({ code: "invalidTransition" });
  });

  test("refuses only for a reason, and never what the person did not ask", async () => {
    const { id, version } = await asked();
    await expect(decideDemande(w.staffCtx(), { id, decision: "refusee" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/motif", code: "required" }] },
    });
    await expect(decideDemande(w.staffCtx(), { id, decision: "close" })).rejects.toMatchObject({
      code: "invalidTransition",
      details: { extra: { allowed: ["en_cours", "acceptee", "refusee"] } },
    });
    await expect(
      decideDemande(w.staffCtx(), { id, decision: "en_cours", version: version + 1 }),
    ).rejects.toMatchObject({ code: "preconditionFailed" });
    const refused = await decideDemande(w.staffCtx(), { id, decision: "refusee", motif: "Demande répétée" });
    expect(refused).toMatchObject({
      statut: "refusee",
      motif_refus: "Demande répétée",
      jours_restants: null,
    });
  });

  test("two decisions at once: one stands", async () => {
    const { id } = await asked();
    const results = await Promise.allSettled([
      decideDemande(w.staffCtx(), { id, decision: "acceptee" }),
      decideDemande(w.staffCtx(), { id, decision: "refusee", motif: "non" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("rgpd.prolong", () => {
  test("gives three months in all, once, for a reason, and a warning of its own", async () => {
    const { id } = await asked({ recue_le: "2026-02-12" });
    await raiseAlertes(contextFor(w.db, system), {});
    const raised = () =>
      w.db
        .select()
        .from(alertes)
        .where(and(eq(alertes.type, "droits_echeance"), eq(alertes.objetId, id)));
    expect(await raised()).toHaveLength(1);
    expect(await prolongDemande(w.staffCtx(), { id, motif: "Archives papier" })).toMatchObject({
      echeance: "2026-05-12",
      prolongee: true,
      prolongation_motif: "Archives papier",
    });
    expect(await raised()).toEqual([]);
    await expect(prolongDemande(w.staffCtx(), { id, motif: "encore" })).rejects.toMatchObject({
      code: "alreadyExtended",
    });
    await raiseAlertes(contextFor(w.db, system, later("2026-05-05")), {});
    expect(await raised()).toHaveLength(1);
  });

  test("is refused after the first month, and once answered", async () => {
    const { id } = await asked({ recue_le: "2026-02-01" });
    await expect(prolongDemande(w.staffCtx(), { id, motif: "tard" })).rejects.toMatchObject({
      code: "deadlinePassed",
    });
    await decideDemande(w.staffCtx(), { id, decision: "refusee", motif: "non" });
    await expect(prolongDemande(w.staffCtx(), { id, motif: "tard" })).rejects.toMatchObject({
      code: "invalidTransition",
    });
  });
});

describe("reading the register", () => {
  test("each within reach; an auditeur reads the clock and no word", async () => {
    const { id, client_id } = await asked({ message: "Je veux tout savoir" });
    const other = await addUtilisateur(w.db);
    const elsewhere = actor("gestionnaire", { id: other.id, agenceIds: [2_000_000_000] });
    await expect(readDemande(contextFor(w.db, elsewhere), { id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readDemande(w.clientCtx(), { id })).rejects.toMatchObject({ code: "notFound" });
    expect((await readDemande(w.staffCtx(), { id })).personne).toContain("Martin");
    const mine = await listDemandes(w.clientCtx(), {});
    expect(mine.results.every((one) => one.client_id === w.client.id)).toBe(true);
    const auditor = contextFor(w.db, actor("auditeur"));
    const seen = await readDemande(auditor, { id });
    expect(seen).toMatchObject({ message: "", echeance: "2026-04-10" });
    expect(seen.personne).toMatch(/^client-[0-9a-f]{6}$/);
    const { rows } = await exportDemandes(auditor, { client_id: client_id ?? 0 });
    expect(JSON.stringify(rows)).not.toMatch(/Martin|savoir/);
    expect(
      (await listDemandes(w.staffCtx(), { ouvertes: false, client_id: client_id ?? 0 })).results,
    ).toEqual([]);
    const due = await listDemandes(w.staffCtx(), { ouvertes: true, echeance_max: "2026-03-01" });
    expect(due.results.every(({ echeance }) => echeance <= "2026-03-01")).toBe(true);
  });
});

describe("telling", () => {
  test("the team is told, the person gets a receipt although they asked themselves", async () => {
    const user = await addUtilisateur(w.db, { role: "client", langue: "en" });
    const { client } = await addClient(w.db, w.agence.id, { utilisateurId: user.id });
    const { id } = await createDemande(w.staffCtx(), { type: "portabilite", client_id: client.id });
    await createNotification(contextFor(w.db, system), {
      type: "rgpd.recue",
      objet_id: id,
      acteur_id: user.id,
    });
    const mails = await mailTo(w.db, user.email);
    expect(mails).toMatchObject([{ gabarit: "rightsReceived", langue: "en" }]);
    expect(mails[0]?.texte).toContain("10 April 2026");
    const bell = await w.db.select().from(notifications).where(eq(notifications.utilisateurId, user.id));
    expect(bell).toMatchObject([{ type: "rgpd.recue", lien: "/espace/profil/donnees" }]);
    const team = await w.db
      .select()
      .from(notifications)
      .where(eq(notifications.lien, `/gestion/rgpd/${id}`));
    expect(team.length).toBeGreaterThan(0);
  });

  test("an open request is in the team's alerts from a week before its deadline, until it is answered", async () => {
    const { id } = await asked({ recue_le: "2026-02-17" });
    const late = contextFor(w.db, system);
    await raiseAlertes(late, {});
    const mine = async () =>
      (await listAlertes(w.staffCtx(), { type: "droits_echeance", limit: 200 })).results.filter(
        ({ lien }) => lien === `/gestion/rgpd/${id}`,
      );
    expect(await mine()).toMatchObject([{ message: expect.stringContaining("17 mars") }]);
    await decideDemande(w.staffCtx(), { id, decision: "refusee", motif: "non" });
    await raiseAlertes(late, {});
    expect(await mine()).toEqual([]);
  });

  test("what was written stands sealed: nobody reads it in a copy of the database, nor writes it in clear", async () => {
    const { id } = await asked();
    await prolongDemande(w.staffCtx(), { id, motif: "Dossier volumineux" });
    const refused = await decideDemande(w.staffCtx(), { id, decision: "refusee", motif: "Déjà répondu" });
    expect(refused).toMatchObject({ motif_refus: "Déjà répondu", prolongation_motif: "Dossier volumineux" });
    const stored = await w.db.execute(
      sql`select message, motif_refus, prolongation_motif from demandes_rgpd where id = ${id}`,
    );
    for (const text of Object.values(stored[0] ?? {})) expect(text).toMatch(/^(s1\..*)?$/);
    await expect(
      w.db.execute(sql`update demandes_rgpd set message = 'en clair' where id = ${id}`),
    ).rejects.toThrow();
  });

  test("the database itself refuses a refusal without a reason", async () => {
    const { id } = await asked();
    await expect(
      w.db.update(demandesRgpd).set({ statut: "refusee" }).where(eq(demandesRgpd.id, id)),
    ).rejects.toThrow();
  });
});
