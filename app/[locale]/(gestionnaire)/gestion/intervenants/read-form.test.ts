import { expect, test } from "vitest";
import { readIntervenantForm } from "./read-form";

test("choices become lists, postal codes are read however they are separated", () => {
  const form = new FormData();
  form.set("nom", "Amrani");
  form.set("contrat.type", "cdd");
  form.set("contrat.heures_semaine", "24.5");
  form.append("langues", "fr");
  form.append("langues", "ar");
  form.append("competences", "garde-enfants");
  form.set("secteurs", " 69003, 69006;69100\n69007 ");
  form.set("embauche_le", "");
  form.set("version", "2");
  expect(readIntervenantForm(form)).toEqual({
    nom: "Amrani",
    contrat: { type: "cdd", heures_semaine: "24.5" },
    langues: ["fr", "ar"],
    competences: ["garde-enfants"],
    secteurs: ["69003", "69006", "69100", "69007"],
    embauche_le: null,
    version: "2",
  });
});

test("nothing ticked is an empty list, and saving over another's version sends none", () => {
  const form = new FormData();
  form.set("version", "2");
  form.set("forcer", "on");
  expect(readIntervenantForm(form)).toEqual({
    embauche_le: null,
    langues: [],
    competences: [],
    secteurs: [],
  });
});
