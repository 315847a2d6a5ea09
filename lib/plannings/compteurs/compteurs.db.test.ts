import { beforeAll, describe, expect, test } from "vitest";
import { absences } from "@/db/schema/intervenants";
import {
  addActivite,
  addAgence,
  addClient,
  addIntervenant,
  addPrestation,
  addSealed,
  addUtilisateur,
} from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createContrat } from "@/lib/intervenants/contrats/create-contrat";
import { exportCompteurs } from "./export-compteurs";
import { listCompteurs } from "./list-compteurs";

let world: TestWorld;
let paris: number;
let lyon: number;
let nadia: number;
let base: { agenceId: number; clientId: number; adresseId: number; activiteId: number };

beforeAll(async () => {
  world = await testWorld();
  await addUtilisateur(world.db);
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
  const activite = await addActivite(world.db, paris);
  const { client, adresse } = await addClient(world.db, paris);
  nadia = (await addIntervenant(world.db, paris, [activite.id])).id;
  base = { agenceId: paris, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
});

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
const at = (text: string) => new Date(`2026-06-${text}:00Z`);

describe("compteur.list", () => {
  test("a week of an agency: planned, made, due by the contract then in force, absences", async () => {
    await createContrat(manager(), {
      intervenant_id: nadia,
      nature: "cdi",
      debut: "2026-06-01",
      convention: "idcc_3127",
      heures_semaine: 28,
    });
    const visit = { ...base, intervenantId: nadia };
    await addPrestation(world.db, visit, {
      debut: at("01T06:00"),
      fin: at("01T09:00"),
      statut: "validee",
      dureeFactureeMin: 170,
    });
    await addPrestation(world.db, visit, { debut: at("02T06:00"), fin: at("02T09:00") });
    await addPrestation(world.db, visit, { debut: at("03T06:00"), fin: at("03T09:00"), statut: "annulee" });
    await addSealed(world.db, absences, {
      intervenantId: nadia,
      debut: new Date("2026-06-03T22:00:00Z"),
      fin: new Date("2026-06-04T22:00:00Z"),
      type: "conge",
      statut: "approuvee",
    });
    const { results, du, au } = await listCompteurs(manager(), { agence_id: paris, du: "2026-06-03" });
    expect({ du, au }).toEqual({ du: "2026-06-01", au: "2026-06-07" });
    expect(results).toMatchObject([
      {
        intervenant_id: nadia,
        visites: 2,
        prevu_min: 360,
        travaille_min: 170,
        contrat_min: 1440,
        difference_min: -1080,
        jours_absence: 1,
        depasse: false,
      },
    ]);
  });

  test("an intervenant sees their own and no other; out of reach is not found; an auditeur sees a pseudonym", async () => {
    await addIntervenant(world.db, paris);
    const self = contextFor(world.db, actor("intervenant", { intervenantId: nadia, agenceIds: [paris] }));
    const own = await listCompteurs(self, { pas: "mois", du: "2026-06-01" });
    expect(own.results.map(({ intervenant_id }) => intervenant_id)).toEqual([nadia]);
    const other = (await addIntervenant(world.db, lyon)).id;
    await expect(listCompteurs(self, { intervenant_id: other })).rejects.toMatchObject({ code: "notFound" });
    await expect(listCompteurs(manager(), { intervenant_id: other })).rejects.toMatchObject({
      code: "notFound",
    });
    const auditeur = contextFor(world.db, actor("auditeur"));
    const seen = await listCompteurs(auditeur, { intervenant_id: nadia });
    expect(JSON.stringify(seen)).not.toContain("Haddad");
  });

  test("dates in the wrong order or too far apart are refused on their field; a year is of one person", async () => {
    const input = { agence_id: paris, du: "2026-06-01" };
    const refused = (extra: object) => expect(listCompteurs(manager(), { ...input, ...extra })).rejects;
    await refused({ au: "2026-05-01" }).toMatchObject({ details: { errors: [{ pointer: "/au" }] } });
    await refused({ au: "2027-05-01" }).toMatchObject({ details: { errors: [{ pointer: "/au" }] } });
    await refused({ pas: "annee" }).toMatchObject({ details: { errors: [{ pointer: "/pas" }] } });
    const year = await listCompteurs(manager(), { intervenant_id: nadia, pas: "annee", du: "2026-06-01" });
    expect(year).toMatchObject({ du: "2026-01-01", au: "2026-12-31" });
    const { rows } = await exportCompteurs(manager(), { ...input, pas: "jour" });
    expect(rows.length).toBeGreaterThan(0);
  });
});
