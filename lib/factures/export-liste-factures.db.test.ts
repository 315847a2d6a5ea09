import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factures } from "@/db/schema/factures";
import { audit } from "@/db/schema/suivi";
import { addAgence, addClient, addSealed } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { exportListeFactures } from "./export-liste-factures";

let world: TestWorld;
let paris: number;

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db)).id;
  const lyon = (await addAgence(world.db)).id;
  await addDraft(lyon, "2026-02");
  await addDraft(paris, "2026-02");
  await addDraft(paris, "2026-03");
});
afterAll(() => world.close());

async function addDraft(agenceId: number, periode: string) {
  const { client } = await addClient(world.db, agenceId, {});
  const at = new Date("2026-03-01T09:00:00Z");
  await addSealed(world.db, factures, {
    agenceId,
    clientId: client.id,
    periode,
    langue: "fr",
    devise: "EUR",
    totalHt: 1000,
    totalTva: 100,
    totalTtc: 1100,
    creeLe: at,
    modifieLe: at,
  });
}

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));

test("exports the invoices of the caller's agencies with the filters of the list, and writes it to the log", async () => {
  expect((await exportListeFactures(manager(), {})).rows).toHaveLength(2);
  const { rows } = await exportListeFactures(manager(), { periode: "2026-03" });
  expect(rows).toMatchObject([{ periode: "2026-03", total_ttc: "11.00", statut: "brouillon" }]);
  const [line] = await world.db
    .select()
    .from(audit)
    .where(eq(audit.resultat, "ok"))
    .orderBy(desc(audit.id))
    .limit(1);
  expect(line).toMatchObject({ action: "facture.exportList", objetType: "facture" });
  expect(line?.canon).toContain('"lignes":1');
});

test.each(["client", "intervenant", "auditeur"] as const)("%s may not export the list", async (role) => {
  await expect(exportListeFactures(contextFor(world.db, actor(role)), {})).rejects.toMatchObject({
    code: "forbidden",
  });
});
