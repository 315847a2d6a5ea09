import { describe, expect, test } from "vitest";
import { type Lieu, newDek, openValue, SealBroken, type Sujet, sealValue, unwrapDek } from "./cipher";

const sujet: Sujet = { type: "client", id: 7, finalite: "identite" };
const lieu: Lieu = { table: "clients", column: "nom", row: "7" };
const dek = unwrapDek(sujet, newDek(sujet));

describe("a sealed value", () => {
  test("opens where it was sealed", () => {
    expect(openValue(dek, lieu, sealValue(dek, lieu, "Clairval"))).toBe("Clairval");
  });

  test.each<[string, Lieu]>([
    ["nothing at all", { table: "", column: "", row: "" }],
    ["another table", { ...lieu, table: "intervenants" }],
    ["another column", { ...lieu, column: "prenom" }],
    ["another row", { ...lieu, row: "8" }],
    ["parts that only join to the same", { table: "client", column: "snom", row: "7" }],
  ])("bound to %s opens nowhere else: an empty or shorter AAD turns this red", (_what, elsewhere) => {
    expect(() => openValue(dek, lieu, sealValue(dek, elsewhere, "Clairval"))).toThrow(SealBroken);
    expect(() => openValue(dek, elsewhere, sealValue(dek, lieu, "Clairval"))).toThrow(SealBroken);
  });

  test("left clear where it should be sealed is refused, and so is a tag that was cut", () => {
    expect(() => openValue(dek, lieu, "Clairval")).toThrow(SealBroken);
    const blob = Buffer.from(sealValue(dek, lieu, "Clairval").slice(3), "base64url");
    for (const bytes of [blob.subarray(0, -12), blob.subarray(0, 20)])
      expect(() => openValue(dek, lieu, `s1.${bytes.toString("base64url")}`)).toThrow(SealBroken);
  });

  test("opens under no other person's key, and a wrapped key is no other person's", () => {
    const other = { ...sujet, id: 8 };
    const theirs = unwrapDek(other, newDek(other));
    expect(() => openValue(theirs, lieu, sealValue(dek, lieu, "Clairval"))).toThrow(SealBroken);
    expect(() => unwrapDek(other, newDek(sujet))).toThrow(SealBroken);
  });
});
