import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { conventions } from "@/db/states";
import { addAgence, addUtilisateur } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { catalogueOn } from "./catalogue";
import { chooseConvention } from "./choose-convention";
import { exportRegles } from "./export-regles";
import { listRegles } from "./list-regles";
import { updateRegle } from "./update-regle";

let world: TestWorld;
let paris: number;
let lyon: number;

beforeAll(async () => {
  world = await testWorld();
  await addUtilisateur(world.db);
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
});

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
const change = { convention: "idcc_3127", code: "dailyMaxExceeded", motif: "Accord du 2 mars" } as const;
const ruleOn = async (code: string, le: string) => {
  const { results } = await listRegles(manager(), { agence_id: paris, convention: "idcc_3127", le });
  return results.find((one) => one.code === code);
};

describe("rules of an agreement", () => {
  test("every agreement keeps the statutory week and rests, which nothing passes, each with its text", () => {
    for (const convention of conventions) {
      const { regles } = catalogueOn(convention, "2026-03-10");
      for (const code of ["weeklyMaxExceeded", "dailyRestTooShort", "weeklyRestTooShort"] as const)
        expect(regles.find((one) => one.code === code)).toMatchObject({ severite: "block", plafond: null });
      for (const { article, code } of regles) expect(article, `${convention} ${code}`).not.toBe("");
    }
  });

  test("an agency's own holds from its day on, and goes back; the log says the figures, not the words", async () => {
    await updateRegle(manager(), { agence_id: paris, ...change, du: "2026-04-01", valeur: 540 });
    const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "regle.update" });
    expect(JSON.stringify(line)).not.toContain("Accord");
    expect(JSON.stringify(line)).toContain("540");
    await updateRegle(manager(), { agence_id: paris, ...change, du: "2026-05-01", retour: true });
    expect(await ruleOn("dailyMaxExceeded", "2026-03-31")).toMatchObject({
      valeur: 600,
      ecart: null,
      a_venir: [{ du: "2026-04-01" }, { du: "2026-05-01", retour: true }],
    });
    expect(await ruleOn("dailyMaxExceeded", "2026-04-15")).toMatchObject({
      valeur: 540,
      valeur_convention: 600,
      ecart: { motif: "Accord du 2 mars" },
    });
    expect(await ruleOn("dailyMaxExceeded", "2026-05-01")).toMatchObject({ valeur: 600, ecart: null });
  });

  test("laxer than the text is refused on its field, up to what the agreement allows", async () => {
    const at = { agence_id: paris, du: "2027-01-01", motif: "essai" };
    const lax = { ...at, convention: "idcc_3127", code: "dailyMaxExceeded" };
    await expect(updateRegle(manager(), { ...lax, valeur: 721 })).rejects.toMatchObject({
      code: "ruleTooLax",
      details: { errors: [{ pointer: "/valeur" }] },
    });
    await updateRegle(manager(), { ...lax, valeur: 720 });
    for (const [code, valeur] of [
      ["weeklyMaxExceeded", 2881],
      ["dailyRestTooShort", 659],
      ["weeklyRestTooShort", 2099],
    ] as const)
      await expect(
        updateRegle(manager(), { ...at, convention: "idcc_3127", code, valeur }),
      ).rejects.toMatchObject({ code: "ruleTooLax" });
    await expect(updateRegle(manager(), { ...lax, severite: "warn" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/severite" }] },
    });
    await expect(
      updateRegle(manager(), { ...at, convention: "idcc_3239", code: "breakMissing", valeur: 1 }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/code" }] } });
    await expect(updateRegle(manager(), { ...lax, motif: "", valeur: 500 })).rejects.toMatchObject({
      code: "validation",
    });
  });

  test("the agency's agreement is what is shown unless another is asked for; other agencies are not found", async () => {
    expect(await listRegles(manager(), { agence_id: paris })).toMatchObject({ convention: "idcc_3127" });
    await chooseConvention(manager(), { agence_id: paris, convention: "idcc_2941" });
    const { convention, results } = await listRegles(manager(), { agence_id: paris });
    expect(convention).toBe("idcc_2941");
    expect(results.some(({ code }) => code === "interruptionsTotal")).toBe(true);
    await expect(listRegles(manager(), { agence_id: lyon })).rejects.toMatchObject({ code: "notFound" });
    const self = contextFor(world.db, actor("intervenant", { agenceIds: [paris] }));
    await expect(listRegles(self, { agence_id: paris })).rejects.toMatchObject({ code: "forbidden" });
    expect((await exportRegles(manager(), {})).rows.length).toBe(results.length);
  });
});
