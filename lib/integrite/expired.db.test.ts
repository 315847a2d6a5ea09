import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factures, fichiers, paiements } from "@/db/schema/factures";
import { audit } from "@/db/schema/suivi";
import { addClient, addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { createAvoir } from "@/lib/factures/create-avoir";
import { createPaiement } from "@/lib/factures/create-paiement";
import { exportFactures } from "@/lib/factures/export-factures";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { renderStoredFacture } from "@/lib/factures/render-facture";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { updateParametre } from "@/lib/organisation/update-parametre";
import { createPointage } from "@/lib/prestations/create-pointage";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { validatePrestation } from "@/lib/prestations/validate-prestation";
import { applyConservation } from "@/lib/rgpd/conservation/apply-conservation";
import { readConservation } from "@/lib/rgpd/conservation/read-conservation";
import { exportClient } from "@/lib/rgpd/export-client";
import { verifyAll } from "./verify-all";
import { verifyFacture } from "./verify-facture";

let w: VisitWorld;
/** The owner of the tables, for whom no missing right stands in the way. */
let owner: postgres.Sql;
beforeAll(async () => {
  w = await visitWorld();
  owner = postgres(w.world.url, { max: 1, onnotice: () => {} });
  await owner`update tarifs set du = ${"2000-01-01"}`;
  await owner`update disponibilites set du = ${"2000-01-01"}`;
}, 60_000);
afterAll(() => owner.end());

let day = 0;
/** An issued invoice of one visit of that year, its document stored and paid by cheque. */
async function invoice(year: number, clientId = w.client.id, adresseId?: number) {
  day += 1;
  const debut = new Date(Date.UTC(year, 0, day + 4, 8));
  const ctx = (minutes: number) => w.staffCtx({ now: new Date(debut.getTime() + minutes * 60_000) });
  const { id } = await createPrestation(ctx(-3000), {
    client_id: clientId,
    ...(adresseId ? { adresse_id: adresseId } : {}),
    intervenant_id: w.nadia.id,
    type: "menage",
    date: debut.toISOString(),
    duree: 2,
  });
  await createPointage(ctx(5), { id, type: "arrivee" });
  await createPointage(ctx(120), { id, type: "depart" });
  await validatePrestation(ctx(200), { id });
  const draft = await prepareFacture(ctx(300), { client_id: clientId, periode: `${year}-01` });
  const issued = await issueFacture(ctx(400), { id: draft.id });
  const at = new Date(debut.getTime() + 500 * 60_000);
  await renderStoredFacture(contextFor(w.db, system, { now: at }), { facture_id: issued.id });
  await createPaiement(ctx(600), {
    id: issued.id,
    montant: "1.00",
    mode: "cheque",
    date: debut.toISOString().slice(0, 10),
    reference: "Chèque de Mme Secrète",
  });
  return issued.id;
}

const allow = async (valeur: 0 | 1) => {
  const { id } = await addUtilisateur(w.db, { role: "admin" });
  await updateParametre(contextFor(w.db, actor("admin", { id })), { cle: "conservation.factures", valeur });
};
const apply = (prevue = false) => applyConservation(contextFor(w.db, system), { regle: "factures", prevue });
const reported = async () =>
  (await readConservation(contextFor(w.db, actor("admin")), {})).regles.find(
    ({ regle }) => regle === "factures",
  );
const found = async () =>
  (await verifyAll(w.auditCtx(), async () => {})).anomalies.map(
    (one) => `${one.type} ${one.id} ${one.faute}`,
  );
const row = async (id: number) =>
  (await opened(w.db, w.db.select(columnsOf(factures)).from(factures).where(eq(factures.id, id))))[0];
const key = async (clientId: number) =>
  (
    await owner`select enveloppe from coffre.cles
      where sujet_type = 'client' and sujet_id = ${clientId} and finalite = 'facturation'`
  )[0]?.enveloppe;

describe("an invoice older than ten years", () => {
  test("is only pointed at until the setting allows more; then what it says goes and the rest still holds", async () => {
    const { client, adresse } = await addClient(w.db, w.agence.id);
    const gone = await invoice(2014, client.id, adresse.id);
    const next = await invoice(2014);
    const young = await invoice(2025);
    const before = await row(gone);
    const keyBefore = await key(client.id);
    expect(await reported()).toMatchObject({ effet: "signalement", nombre: 2 });
    expect(await apply()).toEqual({ faits: 0, encore: false });
    expect((await row(gone))?.instantane).not.toBeNull();
    expect(await found()).toEqual([]);

    await allow(1);
    expect(await reported()).toMatchObject({ effet: "contenu", nombre: 2 });
    expect(await apply()).toEqual({ faits: 2, encore: false });
    const after = await row(gone);
    expect(after).toMatchObject({ instantane: null, contenuDetruitLe: NOW });
    const { numero, totalTtc, empreinte, fichierId } = before ?? {};
    expect(after).toMatchObject({ numero, totalTtc, empreinte, fichierId });
    const [file] = await opened(
      w.db,
      w.db
        .select(columnsOf(fichiers))
        .from(fichiers)
        .where(eq(fichiers.id, fichierId ?? 0)),
    );
    expect(file?.contenu).toHaveLength(0);
    const paid = w.db.select({ reference: sql<string>`${paiements.reference}` }).from(paiements);
    expect(await paid.where(eq(paiements.factureId, gone))).toEqual([{ reference: "" }]);
    expect((await row(young))?.instantane).not.toBeNull();
    // Nothing younger is under the first one's key; the other client has an invoice of 2025.
    expect(await key(client.id)).not.toBe(keyBefore);
    expect(await key(w.client.id)).toMatch(/^w1\./);
    await expect(exportFactures(w.staffCtx(), { id: gone })).rejects.toMatchObject({
      code: "invoiceExpired",
    });
    expect((await exportFactures(w.staffCtx(), { id: young })).bytes.length).toBeGreaterThan(1000);

    // Their copy holds the row, and no empty document.
    expect((await exportClient(w.staffCtx(), { id: client.id })).files).toBe(0);

    // Not an alarm: for itself, for the one after it, for the whole.
    expect(await verifyFacture(w.auditCtx(), { id: gone })).toMatchObject({
      intact: true,
      fautes: [],
      contenu_detruit_le: NOW.toISOString(),
    });
    expect(await verifyFacture(w.auditCtx(), { id: next })).toMatchObject({ intact: true });
    expect(await found()).toEqual([]);
    const lines = await w.db
      .select()
      .from(audit)
      .where(eq(audit.flux, `facture:${gone}`));
    const line = lines.find(({ action }) => action === "conservation.apply");
    expect(line?.canon).toContain(`"empreinte":"${empreinte}"`);
    expect(await apply()).toEqual({ faits: 0, encore: false });
    expect(await reported()).toMatchObject({ nombre: 0 });
  });

  test("that was altered is still found, before its content goes and after", async () => {
    const honest = await invoice(2013);
    const altered = await invoice(2012);
    await owner`alter table factures disable trigger user`;
    await owner`update factures set empreinte = ${"ab".repeat(32)} where id = ${altered}`;
    expect(await apply()).toEqual({ faits: 1, encore: false });
    // It stays whole: it is the proof.
    expect((await row(altered))?.instantane).not.toBeNull();
    expect(await found()).toEqual(expect.arrayContaining([`facture ${altered} chaine`]));

    await owner`update factures set total_ht = total_ht + 100, total_ttc = total_ttc + 100 where id = ${honest}`;
    expect((await verifyFacture(w.auditCtx(), { id: honest })).fautes).toEqual(
      expect.arrayContaining(["totaux", "emission"]),
    );
    await owner`update factures set total_ht = total_ht - 100, total_ttc = total_ttc - 100 where id = ${honest}`;
    const [{ empreinte } = { empreinte: "" }] =
      await owner`select empreinte from factures where id = ${honest}`;
    await owner`update factures set empreinte = ${"cd".repeat(32)} where id = ${honest}`;
    expect((await verifyFacture(w.auditCtx(), { id: honest })).fautes).toContain("emission");
    await owner`update factures set empreinte = ${empreinte} where id = ${honest}`;
    expect((await verifyFacture(w.auditCtx(), { id: honest })).fautes).toEqual([]);
    await owner`alter table factures enable trigger user`;
  });

  test("cannot be said to be destroyed to hide it: too young, unlogged, or something put in its place", async () => {
    const young = await invoice(2024);
    await expect(w.db.execute(sql`select detruire_facture(${young}::integer, now())`)).rejects.toMatchObject({
      cause: { constraint_name: "facture_figee" },
    });
    const old = await invoice(2011);
    await w.db.execute(sql`select detruire_facture(${old}::integer, now())`);
    expect((await verifyFacture(w.auditCtx(), { id: old })).fautes).toEqual(["destruction"]);
    await owner`alter table factures disable trigger user`;
    await owner`update factures set instantane = null, contenu_detruit_le = now() where id = ${young}`;
    expect((await verifyFacture(w.auditCtx(), { id: young })).fautes).toContain("destruction");
    await owner`alter table factures enable trigger user`;
    await expect(
      w.db.update(factures).set({ contenuDetruitLe: null }).where(eq(factures.id, old)),
    ).rejects.toThrow();
    await expect(w.db.delete(factures).where(eq(factures.id, old))).rejects.toThrow();
  });

  test("by the clock it has thirty days more, and a credit note of today is not made for it", async () => {
    const id = await invoice(2010);
    expect(await apply(true)).toEqual({ faits: 1, encore: false });
    await expect(createAvoir(w.staffCtx(), { id, motif: "Trop tard" })).rejects.toMatchObject({
      code: "invoiceExpired",
    });
  });
});
