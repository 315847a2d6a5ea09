import { formatList } from "./format";
import type { Locale } from "./locales";
import { loadMessages, type Messages } from "./messages";
import { translator } from "./translate";

type ErrorMessages = Messages["errors"];
export type ProblemCode = Exclude<keyof ErrorMessages, "field">;
export type FieldProblemCode = keyof ErrorMessages["field"] | ProblemCode;
export type ProblemParams = Record<string, string | number>;

/**
 * Title and detail of a refusal in the reader's language. State codes given as `from`, `to` and `allowed`
 * (comma-separated) become their names. A detail that lacks a value falls back to the title: saying no must not fail.
 */
export function problemText(
  locale: Locale,
  code: ProblemCode,
  params: ProblemParams = {},
): { title: string; detail: string } {
  const title = say(locale, `${code}.title`, {}) ?? code;
  const detail = say(locale, `${code}.detail`, readable(locale, params)) ?? title;
  // Figures of the case, already in the reader's language.
  return { title, detail: params.precision ? `${detail} ${params.precision}` : detail };
}

/** What is wrong with one field; a refusal's code may stand on a field too. */
export function fieldText(locale: Locale, code: FieldProblemCode, params: ProblemParams = {}): string {
  if (code in loadMessages(locale).errors.field) {
    return say(locale, `field.${code}`, params) ?? say(locale, "field.invalidFormat", {}) ?? code;
  }
  return problemText(locale, code as ProblemCode, params).detail;
}

function say(locale: Locale, key: string, params: ProblemParams): string | undefined {
  const t = translator(locale, "errors") as unknown as (key: string, values: ProblemParams) => string;
  try {
    return t(key, params);
  } catch {
    return undefined;
  }
}

function readable(locale: Locale, params: ProblemParams): ProblemParams {
  const named = { ...params };
  for (const name of ["from", "to"]) {
    if (typeof named[name] === "string") named[name] = stateName(locale, named[name]);
  }
  if (typeof named.allowed === "string") {
    const codes = named.allowed.split(",").map((code) => code.trim());
    const states = codes.filter((code) => code !== "" && code !== "none");
    named.allowed =
      states.length === 0
        ? "none"
        : formatList(
            states.map((code) => stateName(locale, code)),
            { locale },
          );
  }
  return named;
}

/** Groups are tried in the order of the domain; the same code has the same meaning in each. */
function stateName(locale: Locale, code: string): string {
  const { prestation, reservation, facture, devis, absence, avis, tache } = loadMessages(locale).states;
  for (const group of [prestation, reservation, facture, devis, absence, avis, tache] as Record<
    string,
    string
  >[]) {
    if (group[code]) return group[code];
  }
  return code;
}
