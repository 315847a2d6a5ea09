import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { prestations } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import {
  addActivite,
  addAgence,
  addClient,
  addIntervenant,
  addPrestation,
  addUtilisateur,
} from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createContrat } from "@/lib/intervenants/contrats/create-contrat";
import { updateRegle } from "@/lib/organisation/conventions/update-regle";
import { createPrestation } from "../create-prestation";
import { listCandidats } from "../list-candidats";
import { movePrestation } from "../move-prestation";
import { updatePrestation } from "../update-prestation";

let world: TestWorld;
let paris: number;
let activite: { id: number; code: string };
let client: Awaited<ReturnType<typeof addClient>>;

beforeAll(async () => {
  world = await testWorld();
  await addUtilisateur(world.db);
  paris = (await addAgence(world.db)).id;
  activite = await addActivite(world.db, paris);
  client = await addClient(world.db, paris);
});

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
const someone = async () => (await addIntervenant(world.db, paris, [activite.id])).id;
/** Visits of one person in the week of Monday 1 June 2026, local hours. */
async function busy(intervenantId: number, list: readonly (readonly [string, number, number])[]) {
  const visit = { agenceId: paris, clientId: client.client.id, adresseId: client.adresse.id };
  const made = [];
  for (const [day, from, to] of list) {
    const at = (hour: number) => new Date(Date.parse(`2026-06-${day}T00:00:00Z`) + (hour - 2) * 3_600_000);
    const values = { debut: at(from), fin: at(to) };
    made.push(await addPrestation(world.db, { ...visit, activiteId: activite.id, intervenantId }, values));
  }
  return made;
}
const wanted = (intervenant_id: number, date: string, duree: number, derogation = "") => ({
  client_id: client.client.id,
  type: activite.code,
  date,
  duree,
  intervenant_id,
  derogation,
});

describe("a visit against working-time rules", () => {
  test("is refused with the rule, its figure, its limit and its text", async () => {
    const who = await someone();
    const days = ["01", "02", "03", "04", "05"].flatMap((day) => [
      [day, 8, 13] as const,
      [day, 14, 18.5] as const,
    ]);
    await busy(who, days);
    const refused = createPrestation(manager(), wanted(who, "2026-06-06T09:00:00", 2, "Urgence"));
    await expect(refused).rejects.toMatchObject({
      code: "weeklyMaxExceeded",
      details: {
        params: { mesure: 2970, limite: 2880 },
        extra: {
          derogation_possible: false,
          constats: [
            { regle: "weeklyMaxExceeded", mesure: 2970, limite: 2880, article: "Code du travail, L3121-20" },
          ],
        },
      },
    });
  });

  test("passes with a written reason where the agreement lets it, sealed, and in the log without the words", async () => {
    const who = await someone();
    await busy(who, [
      ["08", 8, 13],
      ["08", 14, 18.5],
    ]);
    const more = wanted(who, "2026-06-08T18:30:00", 1);
    await expect(createPrestation(manager(), more)).rejects.toMatchObject({
      code: "dailyMaxExceeded",
      details: { extra: { derogation_possible: true } },
    });
    const made = await createPrestation(manager(), { ...more, derogation: "Chute de Mme Roy" });
    const [row] = await world.db.select().from(prestations).where(eq(prestations.id, made.id));
    expect(String(row?.derogation)).toBe("[sealed]");
    const [line] = await world.db
      .select()
      .from(audit)
      .where(eq(audit.action, "prestation.create"))
      .orderBy(desc(audit.id))
      .limit(1);
    expect(JSON.stringify(line)).toContain("dailyMaxExceeded");
    expect(JSON.stringify(line)).not.toContain("Roy");
    // Twelve hours at most, whatever the reason.
    await expect(
      createPrestation(manager(), wanted(who, "2026-06-08T19:30:00", 1.75, "Encore")),
    ).rejects.toMatchObject({ details: { extra: { derogation_possible: false } } });
  });

  test("the contract's agreement and the agency's own value decide", async () => {
    const who = await someone();
    await createContrat(manager(), {
      intervenant_id: who,
      nature: "cdi",
      debut: "2026-01-01",
      convention: "droit_commun",
      heures_semaine: 35,
    });
    await busy(who, [
      ["09", 8, 13],
      ["09", 14, 18.5],
    ]);
    const more = wanted(who, "2026-06-09T18:30:00", 1, "Urgence");
    await expect(createPrestation(manager(), more)).rejects.toMatchObject({ code: "dailyMaxExceeded" });
    await updateRegle(manager(), {
      agence_id: paris,
      convention: "droit_commun",
      code: "dailyMaxExceeded",
      du: "2026-06-10",
      valeur: 480,
      motif: "Accord",
    });
    await busy(who, [["11", 8, 12]]);
    await createPrestation(manager(), wanted(who, "2026-06-11T14:00:00", 4));
    await expect(
      createPrestation(manager(), wanted(who, "2026-06-11T18:00:00", 0.5, "x")),
    ).rejects.toMatchObject({ code: "dailyMaxExceeded", details: { params: { limite: 480 } } });
  });

  test("what warns passes and is told; candidates say it with its figure", async () => {
    const who = await someone();
    await busy(who, [["10", 8, 11]]);
    const asked = wanted(who, "2026-06-10T11:00:00", 4);
    const { results } = await listCandidats(manager(), asked);
    const found = results.find(({ id }) => id === who);
    expect(found).toMatchObject({ accueil: "libre", constats: [{ regle: "breakMissing", mesure: 420 }] });
    expect(found?.constats[0]?.phrase).toContain("L3121-16");
    await createPrestation(manager(), asked);
    const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(JSON.stringify(line)).toContain("breakMissing");
  });

  test("moving within a day that is already too long stays possible when it gets no worse", async () => {
    const who = await someone();
    const [first] = await busy(who, [
      ["12", 8, 13],
      ["12", 13.5, 19],
    ]);
    const moved = await movePrestation(manager(), {
      id: first?.id ?? 0,
      date: "2026-06-12T08:30:00",
      duree: 3,
    });
    expect(moved.date).toContain("08:30");
    await expect(
      movePrestation(manager(), { id: first?.id ?? 0, date: "2026-06-12T06:00:00", duree: 7 }),
    ).rejects.toMatchObject({ status: 422 });
  });

  test("is not confirmed against a rest that is too short", async () => {
    const who = await someone();
    const [late, early] = await busy(who, [
      ["15", 19, 21],
      ["16", 7, 9],
    ]);
    for (const visit of [late, early])
      await expect(
        updatePrestation(manager(), { id: visit?.id ?? 0, statut: "confirmee" }),
      ).rejects.toMatchObject({
        code: "dailyRestTooShort",
        details: { params: { mesure: 600, limite: 660 } },
      });
  });
});
