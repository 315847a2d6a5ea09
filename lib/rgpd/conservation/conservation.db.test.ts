import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { factures } from "@/db/schema/factures";
import { intervenants } from "@/db/schema/intervenants";
import { utilisateurs } from "@/db/schema/organisation";
import { pointages } from "@/db/schema/prestations";
import { demandesRgpd, effacements } from "@/db/schema/rgpd";
import { audit, taches } from "@/db/schema/suivi";
import { addClient, addIntervenant, addPrestation, addSealed, addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened, type PlainInsert } from "@/db/vault/open";
import { type Context, system } from "@/lib/foundation/context";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { applyConservation } from "./apply-conservation";
import { planConservation } from "./plan-conservation";
import { readConservation } from "./read-conservation";
import { type NomRegle, nomsRegle } from "./regles";
import { runConservation } from "./run-conservation";
import { startConservation } from "./start-conservation";

let w: VisitWorld;
let admin: (fields?: Partial<Context>) => Context;
beforeAll(async () => {
  w = await visitWorld();
  const { id } = await addUtilisateur(w.db, { role: "admin" });
  admin = (fields = {}) => contextFor(w.db, actor("admin", { id }), fields);
});

const DAY = 86_400_000;
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
const YEAR = 366;
const reported = async (regle: NomRegle, ctx = admin()) =>
  (await readConservation(ctx, {})).regles.find((one) => one.regle === regle);
const apply = (regle: NomRegle, prevue = false) =>
  applyConservation(contextFor(w.db, system), { regle, prevue });

/** A client whose last visit was `days` ago, invoiced; nothing else speaks of them. */
async function client(days: number, statut: "facturee" | "annulee" | "validee" = "annulee") {
  const account = await addUtilisateur(w.db, { role: "client", nom: `Ancienne${days}` });
  const { client, adresse } = await addClient(w.db, w.agence.id, {
    nom: `Ancienne${days}`,
    utilisateurId: account.id,
    creeLe: ago(days + 10),
  });
  const where = {
    agenceId: w.agence.id,
    clientId: client.id,
    adresseId: adresse.id,
    activiteId: w.activite.id,
  };
  await addPrestation(w.db, where, { debut: ago(days), statut, instructions: "Sonner" });
  return { ...client, account };
}
const clientNow = async (id: number) =>
  (await opened(w.db, w.db.select(columnsOf(clients)).from(clients).where(eq(clients.id, id))))[0];

describe("the rule for clients", () => {
  test("takes those without contact for two years, and nobody who still has something to settle", async () => {
    const gone = await client(2 * YEAR);
    const recent = await client(2 * YEAR - 40);
    const unsettled = await client(3 * YEAR, "validee");
    const unpaid = await client(3 * YEAR);
    const draft = {
      agenceId: w.agence.id,
      clientId: unpaid.id,
      periode: "2022-01",
      langue: "fr" as const,
      devise: "EUR",
    };
    await w.db.insert(factures).values(draft);
    const signedIn = await client(3 * YEAR);
    await w.db
      .update(utilisateurs)
      .set({ derniereConnexionLe: ago(5) })
      .where(eq(utilisateurs.id, signedIn.account.id));
    const asking = await client(3 * YEAR);
    const asked = { agenceId: w.agence.id, clientId: asking.id, type: "acces" as const };
    await w.db
      .insert(demandesRgpd)
      .values({ ...asked, recueLe: "2020-01-01", echeance: "2020-02-01", modifieLe: ago(3 * YEAR) });

    const before = await reported("clients");
    expect(before).toMatchObject({
      nombre: 1,
      exemples: [{ id: gone.id }],
      duree: { nombre: 2, unite: "annees" },
    });
    expect((await clientNow(gone.id))?.nom).toBe(gone.nom);

    expect(await apply("clients")).toEqual({ faits: 1, encore: false });
    expect(await clientNow(gone.id)).toMatchObject({ prenom: "", email: "", actif: false });
    expect((await clientNow(gone.id))?.nom).toMatch(/^client-/);
    for (const kept of [recent, unsettled, unpaid, signedIn, asking])
      expect((await clientNow(kept.id))?.effaceLe).toBeNull();
    expect(await w.db.select().from(effacements).where(eq(effacements.sujetId, gone.id))).toMatchObject([
      { sujetType: "client", motif: "conservation", demandeId: null },
    ]);
    const lines = await w.db
      .select()
      .from(audit)
      .where(eq(audit.flux, `client:${gone.id}`));
    expect(lines.map(({ action }) => action)).toContain("conservation.apply");
    expect(lines.map(({ canon }) => canon).join()).not.toContain("Ancienne");
    expect(await apply("clients")).toEqual({ faits: 0, encore: false });
  });

  test("gives thirty days more when it runs by the clock", async () => {
    const { id } = await client(2 * YEAR + 10);
    expect(await apply("clients", true)).toMatchObject({ faits: 0 });
    expect((await clientNow(id))?.effaceLe).toBeNull();
    expect(await apply("clients")).toMatchObject({ faits: 1 });
  });
});

describe("the rules for those who work", () => {
  test("applicants after two years, those who left after five; who is active or recent stays", async () => {
    const make = async (fields: Partial<PlainInsert<typeof intervenants>>) =>
      addIntervenant(w.db, w.agence.id, [w.activite.id], { actif: false, ...fields });
    const applicant = await make({ creeLe: ago(2 * YEAR + 1), nom: "Candidate" });
    const recent = await make({ creeLe: ago(YEAR) });
    const active = await make({ creeLe: ago(9 * YEAR), actif: true });
    const left = await make({ creeLe: ago(9 * YEAR), nom: "Partie" });
    const where = {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
    };
    const visit = { debut: ago(5 * YEAR + 3), fin: ago(5 * YEAR + 2), statut: "annulee" as const };
    await addPrestation(w.db, where, { ...visit, intervenantId: left.id });
    expect(await reported("candidats")).toMatchObject({ nombre: 1, exemples: [{ id: applicant.id }] });
    expect(await reported("intervenants")).toMatchObject({ nombre: 1, exemples: [{ id: left.id }] });
    expect(await apply("candidats")).toMatchObject({ faits: 1 });
    expect(await apply("intervenants")).toMatchObject({ faits: 1 });
    const rows = await opened(w.db, w.db.select(columnsOf(intervenants)).from(intervenants));
    const erased = rows.filter(({ effaceLe }) => effaceLe !== null).map(({ id }) => id);
    expect(erased.sort()).toEqual([applicant.id, left.id].sort());
    for (const row of rows.filter(({ id }) => erased.includes(id)))
      expect(row).toMatchObject({ prenom: "", email: "", telephone: "", secteur: "", latitude: null });
    expect(rows.find(({ id }) => id === active.id)?.effaceLe).toBeNull();
    expect(rows.find(({ id }) => id === recent.id)?.effaceLe).toBeNull();
  });

  test("forgets where a phone stood after two months, and keeps the clocking", async () => {
    const where = {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
    };
    const clock = async (days: number) => {
      const visit = await addPrestation(w.db, where, { debut: ago(days), statut: "annulee" });
      const values = { prestationId: visit.id, intervenantId: w.nadia.id, type: "arrivee" as const };
      const place = { latitude: 48.8, longitude: 2.3, source: "telephone" as const };
      return (await addSealed(w.db, pointages, { ...values, ...place, horodatage: ago(days) })).id;
    };
    const [old, recent] = [await clock(63), await clock(50)];
    expect(await reported("lieux")).toMatchObject({ nombre: 1, exemples: [{ id: old }] });
    expect(await apply("lieux")).toEqual({ faits: 1, encore: false });
    const rows = new Map(
      (await opened(w.db, w.db.select(columnsOf(pointages)).from(pointages))).map((row) => [row.id, row]),
    );
    expect(rows.get(old)).toMatchObject({
      latitude: null,
      longitude: null,
      type: "arrivee",
      horodatage: ago(63),
    });
    expect(rows.get(recent)).toMatchObject({ latitude: 48.8 });
    // Nothing else of a clocking can be changed, not even through this door.
    await expect(w.db.execute(sql`update pointages set horodatage = now()`)).rejects.toThrow();
    await w.db.execute(sql`select * from oublier_lieux(now(), 10)`);
    const young = await w.db.select().from(pointages).where(eq(pointages.id, recent));
    expect(young).toMatchObject([{ latitude: null }]);
  });
});

describe("the report", () => {
  test("shows an agency its own people and no machinery, an admin and an auditeur everything", async () => {
    const { id } = await client(3 * YEAR);
    const own = await readConservation(w.staffCtx(), {});
    expect(own.regles.map(({ regle }) => regle)).not.toContain("courriels");
    expect(own.regles.find(({ regle }) => regle === "clients")?.exemples[0]?.id).toBe(id);
    expect(own.executions).toEqual([]);
    const other = await readConservation(w.otherStaffCtx(), {});
    expect(other.regles.map(({ nombre }) => nombre)).toEqual(other.regles.map(() => 0));
    const all = await readConservation(contextFor(w.db, actor("auditeur")), {});
    expect(all.regles.map(({ regle }) => regle)).toEqual([...nomsRegle]);
    for (const role of ["client", "intervenant"] as const)
      await expect(readConservation(contextFor(w.db, actor(role)), {})).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});

describe("a run", () => {
  test("started by an admin, or by the clock, applies every rule, says how far it is and keeps what it took", async () => {
    await expect(startConservation(w.staffCtx(), {})).rejects.toMatchObject({ code: "forbidden" });
    await client(4 * YEAR);
    const { id } = await startConservation(admin(), {});
    const [job] = (await jobsOf(w.db, "conservation.run")).filter((one) => one.tache_id === id);
    expect(job).toMatchObject({ prevue: false });
    await runConservation(contextFor(w.db, system), { tache_id: id, prevue: false });
    const [tache] = await w.db.select().from(taches).where(eq(taches.id, id));
    expect(tache).toMatchObject({ statut: "terminee", progression: 100 });
    const { executions } = await readConservation(admin(), {});
    expect(executions[0]).toMatchObject({ tache_id: id, etat: "terminee", prevue: false });
    expect(executions[0]?.regles.clients).toBeGreaterThan(0);
    const planned = await planConservation(contextFor(w.db, system), {});
    await runConservation(contextFor(w.db, system), { tache_id: planned, prevue: true });
    expect((await readConservation(admin(), {})).executions[0]).toMatchObject({ prevue: true, total: 0 });
  });
});
