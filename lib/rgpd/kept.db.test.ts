import { parseDate } from "@internationalized/date";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { contrats } from "@/db/schema/contrats";
import { intervenants } from "@/db/schema/intervenants";
import { pointages } from "@/db/schema/prestations";
import { audit, notifications } from "@/db/schema/suivi";
import {
  addClient,
  addIntervenant,
  addPrestation,
  addSealed,
  addUtilisateur,
  mailTo,
} from "@/db/testing-data";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { system } from "@/lib/foundation/context";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { createNotification } from "@/lib/notifications/create-notification";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { firstDue } from "./conservation/due-store";
import { createDemande } from "./create-demande";
import { decideDemande } from "./decide-demande";
import { exportDemandes } from "./export-demandes";
import { listDemandes } from "./list-demandes";
import { previewErasureIntervenant } from "./preview-erasure-intervenant";
import { readDemande } from "./read-demande";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

/** An intervenant with an account, and what they call with. */
async function worker(fields: Parameters<typeof addIntervenant>[3] = {}) {
  const user = await addUtilisateur(w.db, { role: "intervenant", langue: "en" });
  const row = await addIntervenant(w.db, w.agence.id, [], { utilisateurId: user.id, ...fields });
  const as = { id: user.id, intervenantId: row.id, agenceIds: [w.agence.id] };
  return { id: row.id, user, ctx: contextFor(w.db, actor("intervenant", as)) };
}
const visited = (intervenantId: number, debut: string) =>
  addPrestation(
    w.db,
    {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
      intervenantId,
    },
    { statut: "validee", debut: new Date(debut) },
  );
const kept = async (id: number, ctx = w.staffCtx()) => {
  const { conserve, ...rest } = await previewErasureIntervenant(ctx, { id });
  return { ...rest, of: Object.fromEntries(conserve.map(({ quoi, ...one }) => [quoi, one])) };
};

describe("what the law keeps of an intervenant", () => {
  test("counts from the day when they leave, while they work here", async () => {
    const { id, ctx } = await worker();
    await visited(id, "2026-03-01T08:00:00Z");
    await w.db.insert(contrats).values({ intervenantId: id, nature: "cdi", debut: "2024-01-01" });
    const told = await kept(id, ctx);
    expect(told).toMatchObject({ actif: true, depuis: null, efface_le: null });
    const later = { fin: "depart", jusqu_au: null, annees: 5 };
    expect(told.of).toMatchObject({
      identite: { ...later, motif: "paie", reference: expect.stringContaining("L3243-4") },
      contrats: { ...later, nombre: 1, reference: "Code civil 2224" },
      heures: { fin: "sans_nom", nombre: 1, reference: "Code du travail L3171-3" },
      journal: { fin: "sans_nom" },
    });
    // Nothing is said to be kept that is not there.
    for (const quoi of ["lieux", "factures", "registre"]) expect(told.of).not.toHaveProperty(quoi);
    const lines = await w.db
      .select()
      .from(audit)
      .where(eq(audit.flux, `intervenant:${id}`));
    // One's own file is read without a line; the agency's reading leaves one.
    await kept(id);
    const after = await w.db
      .select()
      .from(audit)
      .where(eq(audit.flux, `intervenant:${id}`));
    expect(after.slice(lines.length).map(({ action }) => action)).toEqual(["rgpd.previewErasureIntervenant"]);
  });

  test("the day told to who left is the day on which the clock takes the file", async () => {
    const { id } = await worker({ actif: false, creeLe: new Date("2019-01-01T00:00:00Z") });
    await visited(id, "2020-02-29T08:00:00Z");
    const told = await kept(id);
    expect(told).toMatchObject({ actif: false, depuis: "2020-02-29", efface_le: "2025-03-30" });
    expect(told.of.identite).toMatchObject({ fin: "date", jusqu_au: "2025-02-28" });
    const parametres = await parametresOf(w.db);
    const all = { reach: "all", agenceIds: [], clientId: null, intervenantId: null } as never;
    const gone = async (day: string) => {
      const found = await firstDue(w.db, "intervenants", { now: new Date(day), parametres }, all, 100);
      return found.some((one) => one.id === id);
    };
    const end = parseDate(told.of.identite?.jusqu_au ?? "");
    expect(await gone(`${end.subtract({ days: 1 })}T12:00:00Z`)).toBe(false);
    expect(await gone(`${end.add({ days: 1 })}T12:00:00Z`)).toBe(true);
    // A request that waits for its answer holds the clock.
    await createDemande(w.staffCtx(), { type: "limitation", intervenant_id: id });
    expect(await gone(`${end.add({ days: 1 })}T12:00:00Z`)).toBe(false);
  });

  test("an applicant who never made a visit goes after two years", async () => {
    const { id } = await worker({ actif: false, creeLe: new Date("2025-06-01T08:00:00Z") });
    const { of, efface_le } = await kept(id);
    expect(of.identite).toMatchObject({ jusqu_au: "2027-06-01", motif: "candidature", reference: "CNIL" });
    expect(efface_le).toBe("2027-07-01");
    expect(of).not.toHaveProperty("heures");
  });

  test("where they stood goes after two months, their name on invoices with the invoices", async () => {
    const { id } = await worker();
    const { client, adresse } = await addClient(w.db, w.agence.id);
    const place = { agenceId: w.agence.id, clientId: client.id, adresseId: adresse.id };
    const visit = await addPrestation(
      w.db,
      { ...place, activiteId: w.activite.id, intervenantId: id },
      { statut: "validee", debut: new Date("2026-02-02T08:00:00Z"), dureeFactureeMin: 120 },
    );
    const clocked = {
      prestationId: visit.id,
      intervenantId: id,
      type: "arrivee",
      source: "telephone",
    } as const;
    await addSealed(w.db, pointages, { ...clocked, horodatage: visit.debut, latitude: 48.8, longitude: 2.3 });
    const draft = await prepareFacture(w.staffCtx(), { client_id: client.id, periode: "2026-02" });
    expect((await kept(id)).of).not.toHaveProperty("factures");
    await issueFacture(w.staffCtx(), { id: draft.id });
    const { of } = await kept(id);
    expect(of.factures).toMatchObject({ nombre: 1, jusqu_au: "2036-12-31", motif: "comptabilite" });
    expect(of.lieux).toMatchObject({
      nombre: 1,
      fin: "date",
      jusqu_au: "2026-04-02",
      reference: "CNIL 2006-066",
    });
  });

  test("is for the person and their agency", async () => {
    const one = await worker();
    const other = await worker();
    for (const ctx of [other.ctx, w.otherStaffCtx()])
      await expect(previewErasureIntervenant(ctx, { id: one.id })).rejects.toMatchObject({
        code: "notFound",
      });
    for (const ctx of [w.auditCtx(), w.clientCtx()])
      await expect(previewErasureIntervenant(ctx, { id: one.id })).rejects.toMatchObject({
        code: "forbidden",
      });
    await w.db.update(intervenants).set({ effaceLe: NOW }).where(eq(intervenants.id, one.id));
    await expect(kept(one.id)).rejects.toMatchObject({ code: "clientErased" });
  });
});

describe("an intervenant's requests", () => {
  test("each right is asked from their own account, once while it is open, with the month's clock", async () => {
    const { id, ctx } = await worker();
    for (const type of ["acces", "portabilite", "limitation", "opposition", "effacement"] as const) {
      const asked = await createDemande(ctx, { type, message: "Pour moi" });
      expect(asked).toMatchObject({ type, intervenant_id: id, statut: "recue", echeance: "2026-04-10" });
      await expect(createDemande(ctx, { type })).rejects.toMatchObject({ code: "requestOpen" });
    }
    const register = await listDemandes(w.staffCtx(), { intervenant_id: id, ouvertes: true, limit: 50 });
    expect(register.results).toHaveLength(5);
    expect(register.results.every(({ jours_restants }) => jours_restants === 31)).toBe(true);
    expect((await listDemandes(ctx, { limit: 50 })).results).toHaveLength(5);
    expect((await kept(id, ctx)).of.registre).toMatchObject({ nombre: 5, fin: "reponse", annees: 5 });
    const auditor = contextFor(w.db, actor("auditeur"));
    const { rows } = await exportDemandes(auditor, { intervenant_id: id });
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toContain("Pour moi");
    const other = await worker();
    const first = register.results[0]?.id ?? 0;
    await expect(readDemande(other.ctx, { id: first })).rejects.toMatchObject({ code: "notFound" });
    await expect(decideDemande(ctx, { id: first, decision: "acceptee" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("they read state and answer, and are written to in their language: never that their account closes", async () => {
    const { ctx, user } = await worker();
    const { id } = await createDemande(ctx, { type: "effacement" });
    const tell = async (type: string) =>
      createNotification(contextFor(w.db, system), { type, objet_id: id, acteur_id: w.users.staff.id });
    await tell("rgpd.recue");
    await decideDemande(w.staffCtx(), { id, decision: "acceptee", reponse: "Le téléphone est retiré." });
    await tell("rgpd.effacement");
    expect(await readDemande(ctx, { id })).toMatchObject({
      statut: "acceptee",
      reponse: "Le téléphone est retiré.",
      echeance: "2026-04-10",
    });
    const mails = await mailTo(w.db, user.email);
    expect(mails.map(({ gabarit }) => gabarit).sort()).toEqual(["rightsAccepted", "rightsReceived"]);
    expect(mails.every(({ langue }) => langue === "en")).toBe(true);
    expect(JSON.stringify(mails)).not.toMatch(/will close|last message/);
    const bell = await w.db.select().from(notifications).where(eq(notifications.utilisateurId, user.id));
    expect(bell.map(({ lien }) => lien)).toContain("/terrain/moi/donnees");
  });
});
