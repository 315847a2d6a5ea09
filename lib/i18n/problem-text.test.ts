import { expect, it } from "vitest";
import { refusals } from "@/lib/foundation/errors";
import { locales } from "./locales";
import { fieldText, type ProblemCode, problemText } from "./problem-text";

const everyParam = {
  from: "planifiee",
  to: "validee",
  allowed: "confirmee,annulee",
  accepted: "menage",
  min: 12,
  max: 3,
  lignes_en_erreur: 37,
  host: "10.0.0.1",
  visits: "412, 415",
  seconds: 30,
  requestId: "r-1",
};

it.each(locales)("every refusal has a title and a detail in %s", (locale) => {
  for (const code of Object.keys(refusals) as ProblemCode[]) {
    const { title, detail } = problemText(locale, code, everyParam);
    expect(title, code).not.toBe(code);
    expect(detail, code).not.toBe(title);
    expect(detail, code).not.toMatch(/[{}]/);
  }
});

it("names the states of a refused move", () => {
  expect(problemText("fr", "invalidTransition", everyParam).detail).toBe(
    "On ne passe pas de «\u00a0Planifiée\u00a0» à «\u00a0Validée\u00a0». Possible d’ici\u00a0: Confirmée et Annulée.",
  );
  expect(problemText("en", "invalidTransition", { ...everyParam, from: "payee", allowed: "" }).detail).toBe(
    "You cannot go from “Paid” to “Validated”. This state is final.",
  );
});

it("counts in the reader's language", () => {
  expect(problemText("ar", "rateLimited", { seconds: 2 }).detail).toBe(
    "يرجى الانتظار ثانيتين ثم إعادة المحاولة.",
  );
  expect(problemText("tzm", "rateLimited", { seconds: 11 }).detail).toContain("11 n tasinin");
  expect(fieldText("fr", "tooShort", { min: 1 })).toBe("Écrivez au moins 1 caractère.");
});

it("still says no when a value is missing", () => {
  expect(problemText("fr", "internal")).toEqual({
    title: "Un problème est survenu",
    detail: "Un problème est survenu",
  });
  expect(fieldText("en", "tooShort")).toBe("This answer is not in the expected form.");
});

it("explains a field with a refusal of its own", () => {
  expect(fieldText("en", "emailTaken")).toContain("An account already exists");
});
