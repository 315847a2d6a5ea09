import { expect, test } from "vitest";
import { nestedFieldsOf } from "./nested-fields";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test("paths become objects and lists, in the order of their numbers", () => {
  const fields = form(
    ["nom", "Petit"],
    ["adresses.1.voie", "2 rue B"],
    ["adresses.0.voie", "1 rue A"],
    ["adresses.0.acces", ""],
    ["contrat.type", "cdi"],
  );
  expect(nestedFieldsOf(fields)).toEqual({
    nom: "Petit",
    adresses: [{ voie: "1 rue A", acces: "" }, { voie: "2 rue B" }],
    contrat: { type: "cdi" },
  });
});

test("a gap in the numbers leaves no hole, and more than nine keep their order", () => {
  const fields = form(["a.10.x", "third"], ["a.2.x", "second"], ["a.0.x", "first"]);
  expect(nestedFieldsOf(fields)).toEqual({ a: [{ x: "first" }, { x: "second" }, { x: "third" }] });
});

test("what the framework adds is left out, and no name reaches a prototype", () => {
  nestedFieldsOf(form(["$ACTION_ID", "1"], ["__proto__.polluted", "yes"], ["constructor.x", "y"]));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(nestedFieldsOf(form(["$ACTION_ID", "1"]))).toEqual({});
});
