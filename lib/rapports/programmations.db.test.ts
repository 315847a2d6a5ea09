import { asc, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { courriels, utilisateurs } from "@/db/schema/organisation";
import { programmationsRapport, rapports } from "@/db/schema/rapports";
import { audit } from "@/db/schema/suivi";
import { addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { actor, contextFor } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createProgrammation } from "./create-programmation";
import { deleteProgrammation } from "./delete-programmation";
import { listProgrammations } from "./list-programmations";
import { readRapport } from "./read-rapport";
import { runProgrammations } from "./run-programmations";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

const weekly = () => ({ type: "activite", frequence: "hebdomadaire", agence_id: w.agence.id });
const worker = (now: string) => contextFor(w.db, actor("system"), { now: new Date(now) });
const mails = () =>
  opened(
    w.db,
    w.db
      .select(columnsOf(courriels))
      .from(courriels)
      .where(like(courriels.cle, "rapport:%"))
      .orderBy(asc(courriels.id)),
  );

test("a schedule tells its readers once a week, whoever runs it and however often", async () => {
  const colleague = await addUtilisateur(w.db, { agenceIds: [w.agence.id], langue: "ar", prenom: "Lina" });
  const leaver = await addUtilisateur(w.db, { agenceIds: [w.agence.id] });
  const destinataires = [w.users.staff.id, colleague.id, leaver.id];
  const ctx = w.staffCtx();
  const made = await createProgrammation(ctx, { ...weekly(), destinataires });
  expect(made).toMatchObject({ libelle: "Activité", grouper_par: "activite", derniere_periode: "2026-W10" });
  const [line] = await w.db.select().from(audit).where(eq(audit.requete, ctx.requestId));
  expect(line).toMatchObject({ action: "programmation.create", objetId: String(made.id) });

  await runProgrammations(worker("2026-03-16T04:59:00Z"), { apres: 0 });
  expect(await mails()).toEqual([]);

  await w.db.update(utilisateurs).set({ actif: false }).where(eq(utilisateurs.id, leaver.id));
  const monday = worker("2026-03-16T05:00:00Z");
  await Promise.all([1, 2, 3].map(() => runProgrammations({ ...monday }, { apres: 0 })));
  await runProgrammations(worker("2026-03-18T09:00:00Z"), { apres: 0 });
  const sent = await mails();
  expect(sent.map(({ destinataire, langue, gabarit }) => [destinataire, langue, gabarit])).toEqual([
    [w.users.staff.email, "fr", "reportReady"],
    [colleague.email, "ar", "reportReady"],
  ]);
  const [rapport, ...more] = await w.db.select().from(rapports).where(eq(rapports.programmationId, made.id));
  expect(more).toEqual([]);
  expect(rapport).toMatchObject({ du: "2026-03-09", au: "2026-03-15", agenceIds: [w.agence.id] });
  expect(sent[0]?.texte).toContain(`/fr/gestion/rapports/${rapport?.id}`);
  expect(await readRapport(w.staffCtx(), { id: rapport?.id ?? 0 })).toMatchObject({
    programmation_id: made.id,
  });

  await runProgrammations(worker("2026-03-23T09:00:00Z"), { apres: 0 });
  expect(await mails()).toHaveLength(4);
});

test("only the agency's own staff can be told, by those who reach it", async () => {
  const stranger = await addUtilisateur(w.db, { agenceIds: [w.other.id] });
  const refused = (input: Record<string, unknown>, pointer: string) =>
    expect(createProgrammation(w.staffCtx(), { ...weekly(), ...input })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [expect.objectContaining({ pointer })] },
    });
  await refused({ destinataires: [stranger.id] }, "/destinataires");
  await refused({ destinataires: [w.users.clientUser.id] }, "/destinataires");
  await refused({ agence_id: w.other.id }, "/agence_id");
  await refused({ type: "creances", grouper_par: "activite" }, "/grouper_par");
  for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
    await expect(createProgrammation(ctx, weekly())).rejects.toMatchObject({ code: "forbidden" });
});

test("a schedule that is ended sends nothing more, and another agency's cannot be", async () => {
  await w.db.delete(programmationsRapport);
  const before = (await mails()).length;
  const { id } = await createProgrammation(w.staffCtx(), { ...weekly(), frequence: "mensuelle" });
  await expect(deleteProgrammation(w.otherStaffCtx(), { id })).rejects.toMatchObject({ code: "notFound" });
  expect((await listProgrammations(w.otherStaffCtx(), {})).results).toEqual([]);
  expect((await listProgrammations(w.staffCtx(), {})).results.map((one) => one.id)).toEqual([id]);
  await deleteProgrammation(w.staffCtx(), { id });
  await runProgrammations(worker("2026-04-02T09:00:00Z"), { apres: 0 });
  expect(await mails()).toHaveLength(before);
});
