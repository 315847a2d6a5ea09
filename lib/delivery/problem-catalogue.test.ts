import { describe, expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { exampleProblem, fieldSentences, problemCodes, remedies } from "./problem-catalogue";

describe.each(locales)("the catalogue of refusals in %s", (locale) => {
  const { errors, problemes } = loadMessages(locale);

  test.each(problemCodes)("%s says what happened and what to do", (code) => {
    const [family, remedy] = remedies[code];
    const problem = exampleProblem(code, locale);
    expect(errors[code].title).toBeTruthy();
    expect(problem.type).toBe(`/problemes/${code}`);
    // The sentence itself, with every value it asks for: without one it would fall back to the title.
    expect(problem.detail).not.toBe(problem.title);
    expect(problem.detail).not.toMatch(/[{}]/);
    expect(problemes.remedy[remedy].length).toBeGreaterThan(10);
    expect(problemes.family[family]).toBeTruthy();
  });

  test("every field code has its sentence", () => {
    for (const [code, text] of fieldSentences(locale)) {
      expect(text.length, code).toBeGreaterThan(5);
      expect(text, code).not.toMatch(/[{}]/);
    }
  });
});
