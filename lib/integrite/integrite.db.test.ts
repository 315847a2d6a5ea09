import { and, desc, eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { integriteExecutions } from "@/db/schema/integrite";
import { audit, taches } from "@/db/schema/suivi";
import { createAvoir } from "@/lib/factures/create-avoir";
import { createPaiement } from "@/lib/factures/create-paiement";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { renderStoredFacture } from "@/lib/factures/render-facture";
import { system } from "@/lib/foundation/context";
import { contextFor, NOW } from "@/lib/foundation/testing";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { createPointage } from "@/lib/prestations/create-pointage";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { updatePrestation } from "@/lib/prestations/update-prestation";
import { validatePrestation } from "@/lib/prestations/validate-prestation";
import { executeIntegrite, runIntegrite } from "./execute-integrite";
import { readIntegrite } from "./read-integrite";
import type { Anomalie } from "./schemas";
import { startIntegrite } from "./start-integrite";
import { verifyAll } from "./verify-all";
import { verifyFacture } from "./verify-facture";
import { verifyPrestation } from "./verify-prestation";

let w: VisitWorld;
/** The owner of the tables, for whom no trigger and no missing right stands in the way. */
let owner: postgres.Sql;
let day = 0;
/** Of the last visit. */
let month = "";

beforeAll(async () => {
  w = await visitWorld();
  owner = postgres(w.world.url, { max: 1, onnotice: () => {} });
  const tables = "prestations pointages factures facture_lignes paiements fichiers audit audit_flux".split(
    " ",
  );
  for (const table of tables) await owner`alter table ${owner(table)} disable trigger user`;
}, 60_000);
afterAll(() => owner.end());

const found = async () => (await verifyAll(w.auditCtx(), async () => {})).anomalies;
const names = (list: readonly Anomalie[]) =>
  list.map(({ type, id, faute }) => `${type} ${id} ${faute}`).sort();

/** A visit that lived: booked, clocked in and out, and validated when asked. */
async function visit(until: "planned" | "begun" | "done" | "validated" = "validated") {
  // Nobody works more days in a row than the law lets them.
  day += 2;
  const debut = new Date(Date.UTC(2026, 0, day + 4, 8));
  month = debut.toISOString().slice(0, 7);
  const ctx = (minutes: number) => w.staffCtx({ now: new Date(debut.getTime() + minutes * 60_000) });
  const { id } = await createPrestation(ctx(-3000), {
    client_id: w.client.id,
    intervenant_id: w.nadia.id,
    type: "menage",
    date: debut.toISOString(),
    duree: 2,
  });
  if (until === "planned") return id;
  await createPointage(ctx(5), { id, type: "arrivee" });
  if (until === "begun") return id;
  await createPointage(ctx(120), { id, type: "depart" });
  if (until === "validated") await validatePrestation(ctx(200), { id });
  return id;
}

/** An issued invoice of one validated visit. */
async function invoice() {
  const id = await visit();
  const draft = await prepareFacture(w.staffCtx(), { client_id: w.client.id, periode: month });
  const facture = await issueFacture(w.staffCtx(), { id: draft.id });
  await renderStoredFacture(contextFor(w.db, system), { facture_id: facture.id });
  return { facture, visit: id };
}

/** Alters, sees what is named, and puts things back. */
async function altered(alter: postgres.PendingQuery<postgres.Row[]>, back: () => Promise<unknown>) {
  await alter;
  const seen = names(await found());
  await back();
  return seen;
}

describe("an untouched database", () => {
  test("raises no alarm, whatever was done with visits and invoices", async () => {
    for (const until of ["planned", "begun", "done", "validated"] as const) await visit(until);
    const moved = await visit("planned");
    await movePrestation(w.staffCtx({ now: new Date("2026-01-01T08:00:00Z") }), {
      id: moved,
      date: "2026-03-05T15:00:00",
      duree: 1,
    });
    await updatePrestation(w.staffCtx({ now: new Date("2026-01-01T09:00:00Z") }), {
      id: moved,
      statut: "confirmee",
    });
    const gone = await visit("planned");
    await cancelPrestation(w.staffCtx({ now: new Date("2026-01-01T08:00:00Z") }), {
      id: gone,
      motif: "absent",
    });
    const { facture } = await invoice();
    await createPaiement(w.staffCtx(), {
      id: facture.id,
      montant: "10.00",
      mode: "carte",
      date: "2026-03-01",
    });
    const other = await invoice();
    await createAvoir(w.staffCtx(), { id: other.facture.id, motif: "Erreur" });
    expect(names(await found())).toEqual([]);
  });
});

describe("a visit altered by the database's owner", () => {
  test.each([
    ["statut = 'confirmee'", ["etat", "horodatages", "pointages"]],
    ["debut = debut + interval '1 day', fin = fin + interval '1 day'", ["horaire"]],
    ["fin = fin + interval '1 hour'", ["horaire"]],
    ["intervenant_id = null", ["personnes"]],
    ["prix_ttc = prix_ttc + 100", ["montant", "prix"]],
    ["duree_facturee_min = 240", ["montant", "prix"]],
    ["validee_le = null", ["horodatages"]],
    ["statut = 'facturee'", ["etat", "facturation"]],
  ])("set %s", async (change, fautes) => {
    const id = await visit();
    const [before] = await owner`select * from prestations where id = ${id}`;
    const seen = await altered(
      owner.unsafe(`update prestations set ${change} where id = ${id}`),
      async () => {
        const { statut, debut, fin, intervenant_id, prix_ttc, duree_facturee_min, validee_le } = before ?? {};
        await owner`update prestations set ${owner({ statut, debut, fin, intervenant_id, prix_ttc, duree_facturee_min, validee_le })} where id = ${id}`;
      },
    );
    expect(seen).toEqual(fautes.map((faute) => `prestation ${id} ${faute}`));
  });

  test("a clocking moved or taken away, and a whole visit gone", async () => {
    const id = await visit();
    await owner`update pointages set horodatage = horodatage + interval '3 hours' where prestation_id = ${id} and type = 'arrivee'`;
    expect(names(await found())).toEqual([`prestation ${id} pointage_perdu`, `prestation ${id} pointages`]);
    await owner`delete from pointages where prestation_id = ${id}`;
    const seen = await verifyPrestation(w.auditCtx(), { id });
    expect(seen).toMatchObject({ intact: false });
    expect(new Set(seen.fautes)).toEqual(new Set(["pointages", "pointage_perdu"]));
    await owner`delete from avis where prestation_id = ${id}`;
    await owner`delete from prestations where id = ${id}`;
    expect(names(await found())).toContain(`prestation ${id} disparue`);
    await owner`delete from audit where objet_type = 'prestation' and objet_id = ${String(id)}`;
    await owner`delete from audit_flux where flux = ${`prestation:${id}`}`;
    expect(names(await found())).toEqual([]);
  });
});

describe("an invoice altered by the database's owner", () => {
  test.each([
    [
      "factures",
      "total_ttc = total_ttc + 100, total_ht = total_ht + 100",
      ["emission", "instantane", "totaux"],
    ],
    ["factures", "instantane = 's1.' || repeat('A', 60)", ["sceau"]],
    ["factures", "empreinte = repeat('0', 64)", ["chaine", "emission"]],
    ["factures", "statut = 'payee'", ["reglement"]],
    ["factures", "paye = 100, statut = 'partiellement_payee'", ["paiements"]],
    ["facture_lignes", "montant_ht = montant_ht - 5, montant_tva = montant_tva + 5", ["totaux", "tva"]],
    ["facture_lignes", "quantite_min = 60", ["lignes"]],
    ["fichiers", "contenu = contenu || 'AA'", ["sceau"]],
    ["fichiers", "taille = taille + 1", ["fichier"]],
  ])("%s set %s", async (table, change, fautes) => {
    const { facture } = await invoice();
    const { id } = facture;
    const where =
      table === "factures"
        ? `id = ${id}`
        : table === "facture_lignes"
          ? `facture_id = ${id}`
          : `id = (select fichier_id from factures where id = ${id})`;
    const [kept] = await owner.unsafe(`select to_jsonb(t) as row, ctid from ${table} t where ${where}`);
    const file =
      await owner`select contenu, taille from fichiers where id = (select fichier_id from factures where id = ${id})`;
    await owner.unsafe(`update ${table} set ${change} where ${where}`);
    const seen = names(await found()).filter((one) => !one.startsWith("serie"));
    const one = await verifyFacture(w.staffCtx(), { id });
    if (table === "fichiers")
      await owner`update fichiers set contenu = ${file[0]?.contenu}, taille = ${file[0]?.taille} where id = (select fichier_id from factures where id = ${id})`;
    else
      await owner.unsafe(
        `update ${table} t set (${columnsOf[table]}) = (select ${columnsOf[table]} from jsonb_populate_record(null::${table}, $1::text::jsonb)) where ${where}`,
        [JSON.stringify(kept?.row)],
      );
    expect(seen.filter((one_) => one_.startsWith(`facture ${id} `))).toEqual(
      fautes.map((faute) => `facture ${id} ${faute}`),
    );
    expect([...one.fautes].sort()).toEqual(fautes);
    expect(names(await found())).toEqual([]);
  });

  test("one taken out of the series, and the last one cut off", async () => {
    const [first, last] = [await invoice(), await invoice()];
    const number = (id: number) => owner`update factures set sequence = sequence + 1000 where id = ${id}`;
    const back = (id: number) => owner`update factures set sequence = sequence - 1000 where id = ${id}`;
    await number(first.facture.id);
    expect(names(await found()).filter((one) => one.startsWith("serie"))).toContain(
      `serie ${w.agence.serieFacture} 2026 lacune`,
    );
    await back(first.facture.id);
    await owner`update compteurs_factures set dernier = dernier + 1 where serie = ${w.agence.serieFacture}`;
    expect(names(await found())).toEqual([`serie ${w.agence.serieFacture} 2026 tete`]);
    await owner`update compteurs_factures set dernier = dernier - 1 where serie = ${w.agence.serieFacture}`;
    expect(last.facture.id).toBeGreaterThan(first.facture.id);
    expect(names(await found())).toEqual([]);
  });

  test("the log is part of it", async () => {
    const [line] = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.action, "facture.issue"), eq(audit.objetType, "facture")))
      .orderBy(desc(audit.id))
      .limit(1);
    await owner`update audit set role = 'admin', canon = replace(canon, '"numero"', '"numerO"') where id = ${line?.id ?? 0}`;
    expect(names(await found())).toContain(`journal ${line?.flux} empreinte`);
    await owner`update audit set role = ${line?.role ?? ""}, canon = ${line?.canon ?? ""} where id = ${line?.id ?? 0}`;
    expect(names(await found())).toEqual([]);
  });
});

const columnsOf: Record<string, string> = {
  factures: "total_ttc, total_ht, instantane, empreinte, statut, paye",
  facture_lignes: "montant_ht, montant_tva, quantite_min",
};

describe("a run", () => {
  test("is asked for, done by the worker as the one who asked, kept and read", async () => {
    const tache = await startIntegrite(w.auditCtx(), {});
    expect(tache).toMatchObject({ type: "integrite", etat: "en_attente" });
    const job = (await jobsOf(w.db, "integrite.run")).at(-1) as { tache_id: number; execution_id: number };
    await runIntegrite(contextFor(w.db, system), job);
    const [done] = await w.db.select().from(taches).where(eq(taches.id, tache.id));
    expect(done).toMatchObject({
      statut: "terminee",
      progression: 100,
      resultat: { intact: true, total: 0 },
    });
    const { derniere, executions } = await readIntegrite(w.adminCtx(), {});
    expect(derniere).toMatchObject({ id: job.execution_id, etat: "terminee", intact: true, anomalies: [] });
    expect(derniere?.prestations).toBeGreaterThan(5);
    expect(executions[0]).toMatchObject({ id: job.execution_id, intact: true });
    const lines = await w.db.select().from(audit).where(eq(audit.objetType, "integrite"));
    expect(lines.map(({ action }) => action).sort()).toEqual(["integrite.execute", "integrite.start"]);
    // The same job twice is the same run.
    await runIntegrite(contextFor(w.db, system), job);
    expect(await w.db.select().from(integriteExecutions)).toHaveLength(1);
  });

  test("is for admins and auditeurs; one visit or invoice also for its agency; each check is logged", async () => {
    const { facture, visit: id } = await invoice();
    await expect(startIntegrite(w.staffCtx(), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(readIntegrite(w.clientCtx(), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(executeIntegrite(w.adminCtx(), { execution_id: 2_000_000_000 })).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await verifyPrestation(w.staffCtx(), { id })).toMatchObject({ intact: true, fautes: [] });
    expect(await verifyFacture(w.staffCtx(), { id: facture.id })).toMatchObject({ intact: true });
    for (const [verify, aimed] of [
      [verifyPrestation, id],
      [verifyFacture, facture.id],
    ] as const) {
      await expect(verify(w.otherStaffCtx(), { id: aimed })).rejects.toMatchObject({ code: "notFound" });
      await expect(verify(w.clientCtx(), { id: aimed })).rejects.toMatchObject({ code: "forbidden" });
    }
    const rows = await w.db.execute(
      sql`select 1 from audit where action in ('integrite.verifyPrestation', 'integrite.verifyFacture') and resultat = 'ok'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
  });

  test("what is written while it reads raises no alarm", async () => {
    const [seen] = await Promise.all([
      verifyAll(w.auditCtx(), async () => {}),
      invoice(),
      visit("done"),
      visit("begun"),
    ]);
    expect(seen.anomalies).toEqual([]);
    expect(NOW).toBeInstanceOf(Date);
  });
});
