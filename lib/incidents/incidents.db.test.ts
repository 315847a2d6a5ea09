import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { incidentEtapes, incidents } from "@/db/schema/incidents";
import { courriels } from "@/db/schema/organisation";
import { audit, notifications } from "@/db/schema/suivi";
import { addAgence, addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { type Context, system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { closeIncident } from "./close-incident";
import { createIncident } from "./create-incident";
import { listIncidents } from "./list-incidents";
import { noteIncident } from "./note-incident";
import { readIncident } from "./read-incident";
import { remindIncidents } from "./remind-incidents";
import { reopenIncident } from "./reopen-incident";
import { reportIncident } from "./report-incident";
import { correctIncident } from "./update-incident";

let w: TestWorld;
let adminId: number;
let admin: (fields?: Partial<Context>) => Context;
const auditeur = () => contextFor(w.db, actor("auditeur"));
beforeAll(async () => {
  w = await testWorld();
  await addAgence(w.db);
  const account = await addUtilisateur(w.db, { role: "admin", prenom: "Ada", nom: "Lovelace" });
  adminId = account.id;
  await addUtilisateur(w.db, { role: "admin", actif: false });
  admin = (fields = {}) => contextFor(w.db, actor("admin", { id: adminId }), fields);
});

const at = (hours: number) => ({ now: new Date(NOW.getTime() + hours * 3_600_000) });
const secret = "Le téléphone de Mme Zébulon";
const report = (fields: Record<string, unknown> = {}, ctx = admin()) =>
  createIncident(ctx, {
    type: "perte_vol",
    gravite: "elevee",
    risque: "possible",
    constate_le: "2026-03-10T09:00",
    personnes: ["clients"],
    donnees: ["identite", "acces_domicile"],
    personnes_nombre: 12,
    description: secret,
    ...fields,
  });
const linesOf = (id: number) =>
  w.db
    .select()
    .from(audit)
    .where(eq(audit.flux, `incident:${id}`))
    .orderBy(asc(audit.seq));

describe("incident.create", () => {
  test("starts the clocks at the moment it was noticed, seals the words, logs kinds only", async () => {
    const incident = await report();
    expect(incident).toMatchObject({
      statut: "ouvert",
      constate_le: "2026-03-10T09:00:00+01:00",
      nis2: true,
      personnes_nombre: 12,
      description: secret,
      prochaine_echeance: "2026-03-11T09:00:00+01:00",
    });
    expect(incident.delais.map(({ nom, heures_restantes }) => [nom, heures_restantes])).toEqual([
      ["alerte_precoce", 24],
      ["notification", 72],
      ["personnes_informees", null],
      ["rapport_final", 816],
    ]);
    const [row] = await w.db.select().from(incidents).where(eq(incidents.id, incident.id));
    expect(JSON.stringify(row)).not.toContain("Zébulon");
    const [line] = await linesOf(incident.id);
    expect(line).toMatchObject({ action: "incident.create", acteurId: adminId });
    expect(line?.canon).not.toContain("Zébulon");
  });

  test("refuses a moment to come, a beginning after the notice, unknown kinds, and everyone but an admin", async () => {
    await expect(report({ constate_le: "2026-03-11T09:00" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/constate_le" }] },
    });
    await expect(report({ debut_le: "2026-03-10T09:30" })).rejects.toMatchObject({ code: "validation" });
    await expect(report({ donnees: ["adn"] })).rejects.toMatchObject({ code: "validation" });
    for (const role of ["gestionnaire", "auditeur", "client", "intervenant"] as const)
      await expect(report({}, contextFor(w.db, actor(role)))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the history", () => {
  test("keeps what a correction replaced; a call that changes nothing adds nothing", async () => {
    const { id, version } = await report();
    const corrected = await correctIncident(admin(at(1)), {
      id,
      version,
      personnes_nombre: "40",
      description: "Deux téléphones",
    });
    expect(corrected).toMatchObject({ personnes_nombre: 40, description: "Deux téléphones", version: 2 });
    expect(corrected.etapes).toMatchObject([
      { type: "correction", par: "Ada Lovelace", avant: { personnes_nombre: 12, description: secret } },
    ]);
    const [step] = await w.db.select().from(incidentEtapes).where(eq(incidentEtapes.incidentId, id));
    expect(JSON.stringify(step)).not.toContain("Zébulon");
    const same = await correctIncident(admin(at(1)), { id, personnes_nombre: 40, personnes: ["clients"] });
    expect(same.etapes).toHaveLength(1);
    await expect(correctIncident(admin(), { id, version: 1, gravite: "faible" })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
    const lines = await linesOf(id);
    expect(lines.map(({ action }) => action)).toEqual(["incident.create", "incident.update"]);
    expect(lines[1]?.canon).toContain('"personnes_nombre":12');
  });

  test("is added to and never changed: the database refuses the application an update and a removal", async () => {
    const { id } = await report();
    await noteIncident(admin(), { id, type: "mesure", texte: "Verrouillé" });
    const tamper = (statement: string) => w.db.execute(sql.raw(statement));
    await expect(tamper("update incident_etapes set texte = ''")).rejects.toThrow();
    await expect(tamper("delete from incident_etapes")).rejects.toThrow();
    expect((await readIncident(admin(), { id })).etapes).toMatchObject([{ texte: "Verrouillé" }]);
  });

  test("a step stops its clock, dated when it was done; none before the notice nor to come", async () => {
    const { id } = await report();
    const told = await noteIncident(admin(at(30)), {
      id,
      type: "alerte_precoce",
      fait_le: "2026-03-10T20:00",
      texte: "Dossier 77",
    });
    expect(told.delais[0]).toMatchObject({ etat: "fait", fait_le: "2026-03-10T20:00:00+01:00" });
    const note = (fait_le: string) => noteIncident(admin(at(30)), { id, type: "note", fait_le });
    await expect(note("2026-03-10T08:00")).rejects.toMatchObject({ code: "validation" });
    await expect(note("2026-03-20T08:00")).rejects.toMatchObject({ code: "validation" });
    await expect(noteIncident(admin(), { id, type: "cloture" })).rejects.toMatchObject({
      code: "validation",
    });
  });
});

describe("incident.close", () => {
  test("is refused with what is missing, then closes; nothing is added until it is reopened for a reason", async () => {
    const { id } = await report();
    await expect(closeIncident(admin(), { id })).rejects.toMatchObject({
      code: "incidentStepsMissing",
      details: { extra: { etapes: ["alerte_precoce", "notification", "rapport_final"] } },
    });
    for (const type of ["alerte_precoce", "notification", "rapport_final"])
      await noteIncident(admin(at(2)), { id, type });
    expect(await closeIncident(admin(at(3)), { id, texte: "Effacé à distance" })).toMatchObject({
      statut: "clos",
      prochaine_echeance: null,
    });
    for (const again of [
      () => noteIncident(admin(at(4)), { id, type: "note" }),
      () => correctIncident(admin(at(4)), { id, gravite: "faible" }),
      () => closeIncident(admin(at(4)), { id }),
    ])
      await expect(again()).rejects.toMatchObject({ code: "incidentClosed" });
    expect(await reopenIncident(admin(at(5)), { id, texte: "Nouveaux faits" })).toMatchObject({
      statut: "ouvert",
      clos_le: null,
    });
    await expect(reopenIncident(admin(at(5)), { id, texte: "x" })).rejects.toMatchObject({
      code: "invalidTransition",
    });
  });
});

describe("an auditeur", () => {
  test("reads clocks, steps and numbers, and no word, name or former word", async () => {
    const { id } = await report();
    await noteIncident(admin(), { id, type: "mesure", texte: "Appelé Mme Zébulon" });
    await correctIncident(admin(), { id, description: "Autre" });
    const seen = await readIncident(auditeur(), { id });
    expect(seen.etapes.map(({ type }) => type)).toEqual(["mesure", "correction"]);
    expect(seen.personnes_nombre).toBe(12);
    expect(JSON.stringify(seen)).not.toMatch(/Zébulon|Lovelace|Autre/);
    const { bytes } = await reportIncident(auditeur(), { id });
    expect(Buffer.from(bytes).toString()).not.toMatch(/Zébulon|Lovelace/);
    expect((await listIncidents(auditeur(), { limit: 5 })).results.length).toBeGreaterThan(0);
  });
});

describe("incident.report", () => {
  test.each(["fr", "en", "ar", "tzm"] as const)(
    "tells the whole story in %s, escaped, and is logged",
    async (locale) => {
      const { id } = await report({ description: "<script>x</script>" });
      const { bytes } = await reportIncident(admin({ locale }), { id });
      const html = Buffer.from(bytes).toString();
      expect(html).toContain("&lt;script&gt;");
      expect(html).not.toContain("<script>");
      expect(html).toContain("NIS2 art. 23(4)(a)");
      expect((await linesOf(id)).at(-1)).toMatchObject({ action: "incident.report" });
    },
  );
});

describe("incident.remind", () => {
  const remind = (hours: number) => remindIncidents(contextFor(w.db, system, at(hours)), {});

  test("tells each active admin once before a clock ends and once after, by notice and by e-mail", async () => {
    await w.db.update(incidents).set({ statut: "clos", closLe: NOW });
    const { id } = await report();
    expect(await remind(1)).toEqual({ avises: 0 });
    expect(await remind(20)).toEqual({ avises: 1 });
    expect(await remind(21)).toEqual({ avises: 0 });
    expect(await remind(25)).toEqual({ avises: 1 });
    await noteIncident(admin(at(26)), { id, type: "alerte_precoce" });
    expect(await remind(27)).toEqual({ avises: 0 });
    const query = w.db.select(columnsOf(courriels)).from(courriels);
    const mails = await opened(w.db, query.where(sql`cle like ${`incident:${id}:%`}`));
    expect(mails.map(({ gabarit }) => gabarit).sort()).toEqual(["incidentDue", "incidentLate"]);
    expect(mails[0]?.texte).toContain("11 mars 2026");
    const told = await w.db
      .select()
      .from(notifications)
      .where(eq(notifications.lien, `/admin/incidents/${id}`));
    expect(told.map(({ utilisateurId }) => utilisateurId)).toEqual([adminId, adminId]);
  });
});
