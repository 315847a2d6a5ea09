import { desc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { avantagesFiscaux } from "@/db/schema/activites";
import { audit } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addIntervenant, addPrestation } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createAvoir } from "./create-avoir";
import { createPaiement } from "./create-paiement";
import { exportAttestation, exportAttestations } from "./export-attestations";
import { issueFacture } from "./issue-facture";
import { listAttestations } from "./list-attestations";
import { prepareFacture } from "./prepare-facture";
import { readAttestation } from "./read-attestation";

let world: TestWorld;
let agenceId: number;
let clientId: number;
let intervenant: { nom: string; matricule: string };

/** Two visits of December 2025 at 63.80 €, invoiced then, paid on both sides of the new year, one credited. */
beforeAll(async () => {
  world = await testWorld();
  const benefit = { tauxBp: 5000, plafondAnnuel: 1_200_000, reference: "CGI", du: "2020-01-01" };
  await world.db
    .insert(avantagesFiscaux)
    .values({ pays: "FR", ...benefit })
    .onConflictDoNothing();
  agenceId = (await addAgence(world.db)).id;
  const activite = await addActivite(world.db, agenceId);
  intervenant = await addIntervenant(world.db, agenceId, [activite.id]);
  const { client, adresse } = await addClient(world.db, agenceId, { langue: "ar" });
  clientId = client.id;
  const who = { intervenantId: (intervenant as unknown as { id: number }).id };
  for (const day of [2, 3])
    await addPrestation(
      world.db,
      { agenceId, clientId, adresseId: adresse.id, activiteId: activite.id, ...who },
      { debut: new Date(Date.UTC(2025, 11, day, 9)), statut: "validee", dureeFactureeMin: 120 },
    );
  const at = (now: string) => manager({ now: new Date(now) });
  const { id } = await prepareFacture(at("2025-12-20T09:00:00Z"), {
    client_id: clientId,
    periode: "2025-12",
  });
  await issueFacture(at("2025-12-20T09:00:00Z"), { id });
  const pay = (date: string, montant: string, mode: string) =>
    createPaiement(at("2026-01-20T09:00:00Z"), { id, date, montant, mode });
  await pay("2025-12-31", "40.00", "virement");
  await pay("2026-01-01", "20.00", "carte");
  await pay("2026-01-02", "10.00", "especes");
  await createAvoir(at("2026-02-01T09:00:00Z"), {
    id,
    motif: "geste",
    lignes: [{ rang: 2, montant_ttc: "60.00" }],
  });
});
afterAll(() => world.close());

const manager = (fields = {}) =>
  contextFor(world.db, actor("gestionnaire", { agenceIds: [agenceId], id: null }), fields);
const self = () => contextFor(world.db, actor("client", { clientId, id: null }));

describe("attestations", () => {
  test("payments count at their own date, up to what the credited invoice is worth", async () => {
    // 127.60 − 60.00 = 67.60: of the 70.00 received, the last 2.40 of the cash are to be given back.
    const of = async (annee: number) => (await listAttestations(self(), { annee })).results[0];
    expect(await of(2025)).toMatchObject({ montant_eligible: "40.00", montant_especes: "0.00" });
    expect(await of(2026)).toMatchObject({ montant_eligible: "20.00", montant_especes: "7.60" });
    expect(await of(2024)).toBeUndefined();
  });

  test("hold the organisation, the hours, the worker and the payments; the reading is logged", async () => {
    const one = await readAttestation(manager(), { annee: 2025, client_id: clientId });
    expect(one.organisme.numero_declaration).toBeTruthy();
    expect(one.paiements).toMatchObject([{ date: "2025-12-31", mode: "virement", montant: "40.00" }]);
    expect(one.interventions[0]).toMatchObject({ mois: "2025-12", matricule: intervenant.matricule });
    expect(one.activites.map((each) => each.montant_eligible)).toEqual(["40.00"]);
    expect(one.heures).toBeCloseTo((4 * 40) / 67.6, 1);
  });

  test("an auditeur sees neither client nor worker", async () => {
    const seen = JSON.stringify(
      await readAttestation(contextFor(world.db, actor("auditeur", { id: null })), {
        annee: 2025,
        client_id: clientId,
      }),
    );
    expect(seen).not.toMatch(new RegExp(`${intervenant.nom}|${intervenant.matricule}|Martin|Lilas`));
  });

  test("are out of reach of another client and of another agency, and absent for a year without payment", async () => {
    const other = contextFor(world.db, actor("client", { clientId: clientId + 1, id: null }));
    const away = contextFor(world.db, actor("gestionnaire", { agenceIds: [agenceId + 99], id: null }));
    for (const [ctx, annee] of [
      [other, 2025],
      [away, 2025],
      [self(), 2024],
    ] as const)
      await expect(readAttestation(ctx, { annee, client_id: clientId })).rejects.toMatchObject({
        code: "notFound",
      });
    await expect(exportAttestations(self(), { annee: 2025 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportAttestations(manager(), { annee: 2024 })).rejects.toMatchObject({
      code: "noInvoices",
    });
  });

  test("come as PDF, one or all of a year, each export in the log", async () => {
    const one = await exportAttestation(self(), { annee: 2025, client_id: clientId });
    expect(one.name).toBe(`attestation-2025-${clientId}.pdf`);
    const all = await exportAttestations(manager(), { annee: 2025 });
    expect(new TextDecoder().decode(all.bytes.slice(0, 5))).toBe("%PDF-");
    const lines = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(2);
    expect(lines.map(({ action }) => action)).toEqual(["attestation.exportAll", "attestation.export"]);
  });
});
