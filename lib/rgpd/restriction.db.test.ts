import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addClient, addPrestation, addUtilisateur, mailTo } from "@/db/testing-data";
import { createDevis } from "@/lib/factures/create-devis";
import { system } from "@/lib/foundation/context";
import { actor, contextFor } from "@/lib/foundation/testing";
import { createNotification } from "@/lib/notifications/create-notification";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createDemande } from "./create-demande";
import { decideDemande } from "./decide-demande";
import { exportIntervenant } from "./export-intervenant";
import { listDemandes } from "./list-demandes";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

describe("a restricted file (GDPR art. 18)", () => {
  const plan = (clientId: number, hour: number) =>
    createPrestation(w.staffCtx(), {
      client_id: clientId,
      type: "menage",
      date: `2026-04-01T${String(hour).padStart(2, "0")}:00`,
      duree: 1,
    });
  const quote = (clientId: number) =>
    createDevis(w.staffCtx(), { client_id: clientId, lignes: [{ type: "menage", duree: 2 }] });

  test("takes no new visit and no quote from the acceptance until the request is closed", async () => {
    const { client } = await addClient(w.db, w.agence.id);
    const { id } = await createDemande(w.staffCtx(), { type: "limitation", client_id: client.id });
    await plan(client.id, 8);
    await decideDemande(w.staffCtx(), { id, decision: "acceptee" });
    await expect(plan(client.id, 11)).rejects.toMatchObject({ code: "clientRestricted" });
    await expect(quote(client.id)).rejects.toMatchObject({ code: "clientRestricted" });
    const { client: other } = await addClient(w.db, w.agence.id);
    await plan(other.id, 11);
    await decideDemande(w.staffCtx(), { id, decision: "close" });
    await plan(client.id, 14);
  });

  test("goes on with a series agreed before, and asks for no review", async () => {
    const { client, adresse } = await addClient(w.db, w.agence.id);
    const { id } = await createDemande(w.staffCtx(), { type: "limitation", client_id: client.id });
    const where = {
      agenceId: w.agence.id,
      clientId: client.id,
      adresseId: adresse.id,
      activiteId: w.activite.id,
    };
    const visit = await addPrestation(w.db, where, {
      statut: "validee",
      debut: new Date("2026-03-01T08:00:00Z"),
    });
    await decideDemande(w.staffCtx(), { id, decision: "acceptee" });
    const ask = () =>
      createNotification(contextFor(w.db, system), {
        type: "avis.demande",
        objet_id: visit.id,
        acteur_id: null,
      });
    expect(await ask()).toEqual({ avises: 0 });
    const mails = await mailTo(w.db, client.email);
    expect(mails.filter(({ gabarit }) => gabarit === "reviewAsked")).toEqual([]);
    await decideDemande(w.staffCtx(), { id, decision: "close" });
    expect(await ask()).toEqual({ avises: 1 });
  });
});

describe("an intervenant", () => {
  test("asks for themself and reads their own requests only", async () => {
    const demande = await createDemande(w.workerCtx(), { type: "acces", message: "Mes heures" });
    expect(demande).toMatchObject({ intervenant_id: w.nadia.id, client_id: null, recue_le: "2026-03-10" });
    const { results } = await listDemandes(w.workerCtx(), { limit: 10 });
    expect(results.map(({ id }) => id)).toEqual([demande.id]);
    await expect(
      createDemande(w.workerCtx(), { type: "acces", intervenant_id: w.nadia.id + 1000 }),
    ).rejects.toMatchObject({ code: "intervenantUnknown" });
    await expect(
      createDemande(w.workerCtx(), { type: "acces", client_id: w.client.id }),
    ).rejects.toMatchObject({
      code: "clientUnknown",
    });
  });

  test("takes their data away, in their language, without a word about the people whom they visit", async () => {
    const { client, adresse } = await addClient(w.db, w.agence.id, { nom: "Zénobine", prenom: "Aglaé" });
    const where = {
      agenceId: w.agence.id,
      clientId: client.id,
      adresseId: adresse.id,
      activiteId: w.activite.id,
    };
    await addPrestation(
      w.db,
      { ...where, intervenantId: w.nadia.id },
      {
        statut: "annulee",
        instructions: "Code de Mme Zénobine",
      },
    );
    const { bytes, name } = await exportIntervenant(w.workerCtx(), { id: w.nadia.id });
    expect(name).toBe(`mes-donnees-intervenant-${w.nadia.id}.zip`);
    const files = unzipSync(bytes);
    const data = JSON.parse(strFromU8(files["donnees.json"] as Uint8Array));
    expect(data.donnees.intervenants).toMatchObject([{ id: w.nadia.id, nom: w.nadia.nom }]);
    expect(data.donnees.prestations.length).toBeGreaterThan(0);
    const page = strFromU8(files["index.html"] as Uint8Array);
    expect(page).toContain(w.nadia.nom);
    for (const text of [page, JSON.stringify(data)]) {
      expect(text).not.toMatch(/Zénobine|Aglaé|Code de/);
      expect(text).not.toContain("mot_de_passe");
    }
    const lines = await w.db
      .select()
      .from(audit)
      .where(eq(audit.flux, `intervenant:${w.nadia.id}`));
    expect(lines.at(-1)).toMatchObject({ action: "rgpd.exportIntervenant", acteurId: w.users.workerUser.id });
  });

  test("takes nobody else's; their agency may give it to them", async () => {
    const stranger = await addUtilisateur(w.db, { role: "intervenant" });
    const as = contextFor(w.db, actor("intervenant", { id: stranger.id, intervenantId: w.nadia.id + 1 }));
    await expect(exportIntervenant(as, { id: w.nadia.id })).rejects.toMatchObject({ code: "notFound" });
    await expect(exportIntervenant(w.otherStaffCtx(), { id: w.nadia.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(exportIntervenant(w.auditCtx(), { id: w.nadia.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await exportIntervenant(w.staffCtx(), { id: w.nadia.id })).tables).toBeGreaterThan(0);
  });
});
