import { eq } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { devis } from "@/db/schema/factures";
import { webhookLivraisons, webhooks } from "@/db/schema/interop";
import { alertes } from "@/db/schema/notifications";
import { courriels, idempotence, jetonsRafraichissement, sessionsFermees } from "@/db/schema/organisation";
import { rapports } from "@/db/schema/rapports";
import { demandesRgpd } from "@/db/schema/rgpd";
import { audit, notifications, tacheFichiers, taches } from "@/db/schema/suivi";
import { addUtilisateur } from "@/db/testing-data";
import type { PlainInsert } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import { appendAudit } from "@/lib/foundation/audit/append";
import { sealLog } from "@/lib/foundation/audit/seal";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { applyConservation } from "./apply-conservation";
import { readConservation } from "./read-conservation";
import { type NomRegle, nomsRegle } from "./regles";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const YEAR = 366;
const reported = async (regle: NomRegle) =>
  (await readConservation(contextFor(w.db, actor("admin")), {})).regles.find((one) => one.regle === regle);
const apply = (regle: NomRegle) => applyConservation(contextFor(w.db, system), { regle });

describe("the other rules", () => {
  const mail = {
    destinataire: "a@b.test",
    langue: "fr" as const,
    gabarit: "reset",
    sujet: "",
    texte: "",
    html: "",
  };
  const asked = {
    type: "acces" as const,
    recueLe: "2020-01-01",
    echeance: "2020-02-01",
    statut: "close" as const,
  };
  const quote = { langue: "fr" as const, devise: "EUR" };
  /** One row too old and one that is not, in this order. */
  const pairs: Partial<Record<NomRegle, () => Promise<unknown>>> = {
    devis_brouillons: async () => {
      const [row] = await w.db.select().from(devis).limit(1);
      const base = { agenceId: w.agence.id, clientId: w.client.id, ...quote, valideJusquau: "2020-01-01" };
      expect(row).toBeUndefined();
      return w.db.insert(devis).values([
        { ...base, modifieLe: ago(YEAR) },
        { ...base, modifieLe: ago(300) },
      ]);
    },
    demandes: () => {
      const base = { agenceId: w.agence.id, clientId: w.client.id, ...asked };
      return w.db.insert(demandesRgpd).values([
        { ...base, closeLe: ago(5 * YEAR) },
        { ...base, closeLe: ago(4 * YEAR) },
      ]);
    },
    alertes: () => {
      const base = { agenceId: w.agence.id, type: "retard" as const };
      return w.db.insert(alertes).values([
        { ...base, objetId: 900_001, resolueLe: ago(YEAR) },
        { ...base, objetId: 900_002, resolueLe: ago(300) },
        { ...base, objetId: 900_003 },
      ]);
    },
    courriels: () =>
      addAll(courriels, [
        { ...mail, statut: "envoye", creeLe: ago(91) },
        { ...mail, statut: "envoye", creeLe: ago(80) },
        { ...mail, statut: "en_attente", creeLe: ago(200) },
      ]),
    notifications: async () => {
      const { id } = await addUtilisateur(w.db, { role: "client" });
      const base = { utilisateurId: id, type: "facture.emise" };
      return w.db.insert(notifications).values([
        { ...base, creeLe: ago(YEAR) },
        { ...base, creeLe: ago(300) },
      ]);
    },
    taches: () =>
      w.db.insert(taches).values([
        { type: "essai", statut: "terminee", termineeLe: ago(YEAR) },
        { type: "essai", statut: "terminee", termineeLe: ago(300) },
        { type: "essai", creeLe: ago(3 * YEAR) },
      ]),
    fichiers_taches: async () => {
      const rows = await w.db
        .insert(taches)
        .values([{ type: "essai" }, { type: "essai" }])
        .returning();
      const file = { type: "text/csv", contenu: new Uint8Array([1]) };
      return addAll(tacheFichiers, [
        { ...file, tacheId: rows[0]?.id ?? 0, expireLe: ago(1) },
        { ...file, tacheId: rows[1]?.id ?? 0, expireLe: ago(-1) },
      ]);
    },
    livraisons: async () => {
      const hook = {
        nom: "Essai",
        url: "https://partenaire.test",
        evenements: ["facture.emise"],
        secret: "s",
      };
      const [row] = await w.db.insert(webhooks).values(hook).returning();
      const base = { webhookId: row?.id ?? 0, evenementId: crypto.randomUUID(), type: "facture.emise" };
      const rest = { objetType: "facture", objetId: 1, survenuLe: ago(1), statut: "livree" as const };
      return w.db.insert(webhookLivraisons).values([
        { ...base, ...rest, creeLe: ago(91) },
        { ...base, ...rest, creeLe: ago(80) },
      ]);
    },
    rapports: () => {
      const base = {
        type: "activite" as const,
        du: "2020-01-01",
        au: "2020-02-01",
        agenceIds: [w.agence.id],
      };
      const rest = { grouperPar: "agence" as const, contenu: {}, expireLe: ago(1) };
      return w.db.insert(rapports).values([
        { ...base, ...rest, creeLe: ago(YEAR) },
        { ...base, ...rest, creeLe: ago(300) },
      ]);
    },
    jetons: async () => {
      const { id } = await addUtilisateur(w.db, { role: "client" });
      const base = { utilisateurId: id, famille: "f" };
      return w.db.insert(jetonsRafraichissement).values([
        { ...base, empreinte: "vieux", expireLe: ago(31) },
        { ...base, empreinte: "neuf", expireLe: ago(20) },
      ]);
    },
    sessions: () =>
      w.db.insert(sessionsFermees).values([
        { sid: "vieille", expireLe: ago(1) },
        { sid: "neuve", expireLe: ago(-1) },
      ]),
    journal: () => entries("client", YEAR, 300),
    journal_comptable: () => entries("facture", 3700, 3600),
    idempotence: () =>
      w.db.insert(idempotence).values([
        { cle: "vieille", empreinte: "0", expireLe: ago(1) },
        { cle: "neuve", empreinte: "0", expireLe: ago(-1) },
      ]),
  };

  test.each(Object.keys(pairs) as NomRegle[])(
    "%s: the report counts what the work then takes, and no more",
    async (regle) => {
      const start = (await reported(regle))?.nombre ?? 0;
      expect(start).toBe(0);
      await pairs[regle]?.();
      expect(await reported(regle)).toMatchObject({ nombre: 1 });
      expect(await apply(regle)).toEqual({ faits: 1, encore: false });
      expect(await reported(regle)).toMatchObject({ nombre: 0 });
      const [line] = await w.db
        .select()
        .from(audit)
        .where(eq(audit.flux, `conservation:${regle}`));
      expect(line?.canon).toContain(`"nombre":1`);
    },
  );

  test("each rule that takes something away is tried in this file", () => {
    const tried = ["clients", "candidats", "intervenants", "lieux", "factures", ...Object.keys(pairs)];
    expect(nomsRegle.filter((nom) => !tried.includes(nom))).toEqual([]);
  });

  // Those of invoices are in lib/integrite/expired.db.test.ts, beside what still finds an alteration.
});

/** Two sealed entries of the log, as old as said. */
async function entries(type: string, ...days: number[]): Promise<void> {
  for (const age of days)
    await appendAudit(w.db, contextFor(w.db, system, { now: ago(age) }), {
      action: `${type}.read`,
      objet: { type, id: 901 },
      resultat: "ok",
    });
  await sealLog(w.db, NOW);
}

async function addAll<T extends PgTable>(table: T, rows: readonly PlainInsert<T>[]): Promise<void> {
  await w.db.insert(table).values((await sealRows(w.db, table, rows)) as never);
}
