import { beforeAll, describe, expect, test } from "vitest";
import { webhooks } from "@/db/schema/interop";
import { donneesIncident } from "@/db/states";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { translator } from "@/lib/i18n/translate";
import { nomsRegle } from "../conservation/regles";
import { nomsTraitement, traitements } from "./activites";
import { readTraitements } from "./read-traitements";

let w: TestWorld;
beforeAll(async () => {
  w = await testWorld();
});
const read = (role: "admin" | "auditeur" | "gestionnaire" | "client" = "auditeur") =>
  readTraitements(contextFor(w.db, actor(role)), {});

describe("the record of processing", () => {
  test("is read by an admin and an auditeur, and says how long each thing is kept as it is set", async () => {
    const { traitements: said } = await read();
    expect(said.map(({ traitement }) => traitement)).toEqual([...nomsTraitement]);
    const messages = said.find(({ traitement }) => traitement === "messages");
    expect(messages?.conservation).toContainEqual(
      expect.objectContaining({ regle: "courriels", nombre: 90, unite: "jours" }),
    );
    expect((await read("admin")).traitements).toHaveLength(said.length);
    for (const role of ["gestionnaire", "client"] as const)
      await expect(read(role)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("names partners only once there are some", async () => {
    const named = async () =>
      (await read()).traitements.filter(({ destinataires }) => destinataires.includes("partenaires")).length;
    expect(await named()).toBe(0);
    const hook = { nom: "Essai", url: "https://partenaire.test", evenements: ["facture.emise"], secret: "s" };
    await w.db.insert(webhooks).values(hook);
    expect(await named()).toBeGreaterThan(0);
  });

  test("speaks of every rule about people and every kind of data, in words of all four languages", () => {
    const all = Object.values(traitements);
    const rules = new Set<string>(all.flatMap(({ regles }) => [...regles]));
    const machinery = ["alertes", "livraisons", "taches", "fichiers_taches", "rapports", "idempotence"];
    expect(nomsRegle.filter((one) => !rules.has(one) && !machinery.includes(one))).toEqual([]);
    const data = new Set<string>(all.flatMap(({ donnees }) => [...donnees]));
    expect(donneesIncident.filter((one) => !data.has(one))).toEqual([]);
    for (const locale of ["fr", "en", "ar", "tzm"] as const)
      for (const nom of nomsTraitement)
        expect(translator(locale, "traitements")(`activites.${nom}.finalite`)).not.toBe("");
  });
});
