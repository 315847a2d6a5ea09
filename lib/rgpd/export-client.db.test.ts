import { and, desc, eq, sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { contacts } from "@/db/schema/clients";
import { courriels } from "@/db/schema/organisation";
import { audit, avis, notifications } from "@/db/schema/suivi";
import { addClient, addPrestation, addSealed, addUtilisateur } from "@/db/testing-data";
import { readClient } from "@/lib/clients/read-client";
import { createDevis } from "@/lib/factures/create-devis";
import { createPaiement } from "@/lib/factures/create-paiement";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { sendDevis } from "@/lib/factures/send-devis";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createConsentement } from "./consentements/create-consentement";
import { notCopied, sources } from "./copy-store";
import { createDemande } from "./create-demande";
import { exportClient } from "./export-client";

let w: VisitWorld;
let samia: Awaited<ReturnType<typeof person>>;
let other: Awaited<ReturnType<typeof person>>;
beforeAll(async () => {
  w = await visitWorld();
  samia = await person("Samia", "Belkadi", "ar");
  other = await person("Gisèle", "Introuvable", "fr");
}, 60_000);

/** Someone with an account and a trace of every kind. */
async function person(prenom: string, nom: string, langue: "ar" | "fr") {
  const email = `${prenom.toLowerCase()}@clients.test`.normalize("NFD").replace(/[^a-z@.]/g, "");
  const user = await addUtilisateur(w.db, { role: "client", email, prenom, nom, langue });
  const values = { prenom, nom, email, langue, utilisateurId: user.id, notes: `Note sur ${nom}` };
  const { client, adresse } = await addClient(w.db, w.agence.id, values);
  await addSealed(w.db, contacts, { clientId: client.id, nom: `Fille de ${nom}`, telephone: "0139980017" });
  const where = {
    agenceId: w.agence.id,
    clientId: client.id,
    adresseId: adresse.id,
    activiteId: w.activite.id,
  };
  const debut = new Date(Date.UTC(2026, 1, client.id, 8));
  const visit = await addPrestation(w.db, where, { debut, statut: "validee", dureeFactureeMin: 120 });
  await addSealed(w.db, avis, {
    agenceId: w.agence.id,
    clientId: client.id,
    prestationId: visit.id,
    note: 4,
    commentaire: `Avis de ${nom}`,
  });
  const draft = await prepareFacture(w.staffCtx(), { client_id: client.id, periode: "2026-02" });
  const facture = await issueFacture(w.staffCtx(), { id: draft.id });
  await createPaiement(w.staffCtx(), { id: facture.id, montant: "10.00", mode: "carte", date: "2026-03-01" });
  const quote = await createDevis(w.staffCtx(), {
    client_id: client.id,
    lignes: [{ type: "menage", duree: 2 }],
  });
  await sendDevis(w.staffCtx(), { id: quote.id });
  const choice = { id: client.id, finalite: "publication_avis", accord: true };
  await createConsentement(w.staffCtx(), choice);
  await createDemande(w.staffCtx(), { type: "portabilite", client_id: client.id, message: `Mot de ${nom}` });
  await readClient(w.staffCtx(), { id: client.id });
  await w.db.insert(notifications).values({ utilisateurId: user.id, type: "facture.emise" });
  const mail = {
    langue,
    gabarit: "reset",
    sujet: `Pour ${nom}`,
    texte: "secret-du-lien",
    html: "secret-du-lien",
  };
  await addSealed(w.db, courriels, { destinataire: email, ...mail });
  const ctx = contextFor(
    w.db,
    actor("client", { id: user.id, clientId: client.id, agenceIds: [w.agence.id] }),
  );
  return { client, adresse, user, facture, ctx };
}

const opened = async (ctx = samia.ctx, id = samia.client.id) => {
  const { bytes, name } = await exportClient(ctx, { id });
  const files = unzipSync(bytes);
  const text = (path: string) => new TextDecoder().decode(files[path]);
  return {
    files,
    name,
    text,
    json: JSON.parse(text("donnees.json")) as { donnees: Record<string, unknown[]> },
  };
};

describe("rgpd.exportClient", () => {
  test("holds every kind of trace, the person's own documents, and a page in their language", async () => {
    const { files, name, text, json } = await opened();
    expect(name).toBe(`mes-donnees-${samia.client.id}.zip`);
    const empty = Object.entries(json.donnees)
      .filter(([, rows]) => rows.length === 0)
      .map(([table]) => table)
      .sort();
    // Every other table has its row of Samia's in the archive.
    expect(empty).toEqual([
      "abonnements_agenda",
      "abonnements_push",
      "pointages",
      "preferences_notification",
      "recommandations",
      "reservations",
      "series",
      "taches",
    ]);
    const paths = Object.keys(files);
    expect(paths).toContain(`factures/${samia.facture.numero}.pdf`);
    expect(paths.filter((path) => path.startsWith("devis/"))).toHaveLength(1);
    for (const path of paths.filter((one) => one.endsWith(".pdf")))
      expect(new TextDecoder().decode(files[path]?.slice(0, 5))).toBe("%PDF-");
    const page = text("index.html");
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain("Belkadi");
    expect(page).toContain(`href="factures/${samia.facture.numero}.pdf"`);
    expect(page).not.toMatch(/<script|src=|https?:/);
  });

  test("leaves the documents out when only the data are asked for", async () => {
    const { bytes } = await exportClient(samia.ctx, { id: samia.client.id, documents: false });
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(["donnees.json", "index.html"]);
  });

  test("holds nothing of anybody else's, no secret, and no employee", async () => {
    const { text } = await opened();
    const everything = text("donnees.json") + text("index.html");
    expect(everything).not.toMatch(/Gis|Introuvable|gisele/);
    expect(everything).not.toContain(other.adresse.voie);
    expect(everything).not.toMatch(/secret-du-lien|mot_de_passe|empreinte"|cree_par|emise_par/);
    const columns = JSON.parse(text("donnees.json")).donnees as Record<string, Record<string, unknown>[]>;
    for (const [table, rows] of Object.entries(columns))
      for (const row of rows) {
        if ("client_id" in row) expect(`${table} ${row.client_id}`).toBe(`${table} ${samia.client.id}`);
        if ("utilisateur_id" in row && row.utilisateur_id !== null)
          expect(row.utilisateur_id).toBe(samia.user.id);
      }
  });

  test("is for the person and the agency; out of reach it is not found; each one is logged as an export", async () => {
    const asStaff = await opened(w.staffCtx());
    expect(Object.keys(asStaff.files)).toContain("index.html");
    const lines = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.objetType, "client"), eq(audit.objetId, String(samia.client.id))))
      .orderBy(desc(audit.id));
    expect(lines[0]).toMatchObject({ action: "rgpd.exportClient", role: "gestionnaire", resultat: "ok" });
    expect(lines[0]?.canon).not.toContain("Belkadi");
    for (const ctx of [other.ctx, w.otherStaffCtx()])
      await expect(exportClient(ctx, { id: samia.client.id })).rejects.toMatchObject({ code: "notFound" });
    await expect(exportClient(w.auditCtx(), { id: samia.client.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(exportClient(w.workerCtx(), { id: samia.client.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { client } = await addClient(w.db, w.agence.id, { effaceLe: NOW });
    await expect(exportClient(w.staffCtx(), { id: client.id })).rejects.toMatchObject({
      code: "clientErased",
    });
  });

  test("the database has no table about a client or an account that is neither copied nor left out for a reason", async () => {
    const rows = await w.db.execute<{ table_name: string }>(sql`
      select distinct table_name from information_schema.columns
      where table_schema = 'public' and column_name in ('client_id', 'utilisateur_id')`);
    const known = [...Object.keys(sources), ...Object.keys(notCopied)];
    const unknown = [...rows].map(({ table_name }) => table_name).filter((one) => !known.includes(one));
    expect(unknown, "to be added to `sources` or `notCopied` in lib/rgpd/copy-store.ts").toEqual([]);
  });
});
