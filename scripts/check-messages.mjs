// Holds the four languages to the same keys, placeholders and plural forms. `node scripts/check-messages.mjs [folder]`
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  parse,
  TYPE,
} from "@formatjs/icu-messageformat-parser";

const reference = "fr";
const locales = ["fr", "en", "ar", "tzm"];
const pluralForms = {
  fr: ["one", "other"],
  en: ["one", "other"],
  ar: ["zero", "one", "two", "few", "many", "other"],
  tzm: ["one", "other"],
};
// Words that are rightly the same in French and in another language.
const sameEverywhere = new Set([
  "Dihya",
  "Français",
  "English",
  "Tamaziɣt",
  "Urssaf",
  "Resend",
  "nom@exemple.fr",
]);

const kinds = {
  [TYPE.argument]: "text",
  [TYPE.select]: "select",
  [TYPE.plural]: "plural",
  [TYPE.tag]: "tag",
};
const formatted = new Set([TYPE.number, TYPE.date, TYPE.time]);

const root = path.resolve(process.argv[2] ?? "messages");
const problems = checkFolder(root);
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} problem(s) in messages`);
  process.exit(1);
}
console.log("messages: same keys, placeholders and plurals in fr, en, ar, tzm");

function checkFolder(folder) {
  const files = [...new Set(locales.flatMap((locale) => jsonFiles(path.join(folder, locale))))].sort();
  return files.flatMap((file) => checkSlice(folder, file));
}

function jsonFiles(folder) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}

function checkSlice(folder, file) {
  const found = [];
  const slices = {};
  for (const locale of locales) {
    try {
      const text = readFileSync(path.join(folder, locale, file), "utf8");
      for (const key of repeatedKeys(text)) found.push(`${locale}/${file} ${key}: written twice`);
      slices[locale] = flatten(JSON.parse(text), "", (key, why) =>
        found.push(`${locale}/${file} ${key}: ${why}`),
      );
    } catch (error) {
      found.push(`${locale}/${file}: ${error.code === "ENOENT" ? "missing file" : error.message}`);
      slices[locale] = new Map();
    }
  }
  const keys = new Set(locales.flatMap((locale) => [...slices[locale].keys()]));
  for (const key of keys) {
    const texts = Object.fromEntries(locales.map((locale) => [locale, slices[locale].get(key)]));
    found.push(...checkKey(texts).map(([locale, why]) => `${locale}/${file} ${key}: ${why}`));
  }
  return found;
}

/** Keys that an object holds more than once: JSON.parse keeps the last and drops the others without a word. */
function repeatedKeys(text) {
  const found = [];
  const open = [];
  for (const [token, quoted, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g)) {
    const inner = open.at(-1);
    if (token === "{") open.push({ keys: new Set(), path: inner ? inner.path.concat(inner.last) : [] });
    else if (token === "}") open.pop();
    else if (colon && inner) {
      inner.last = JSON.parse(quoted);
      if (inner.keys.has(inner.last)) found.push(inner.path.concat(inner.last).join("."));
      inner.keys.add(inner.last);
    }
  }
  return found;
}

function flatten(node, prefix, report, out = new Map()) {
  for (const [name, value] of Object.entries(node)) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (!/^\w+$/.test(name)) report(key, "key is not a plain word");
    if (typeof value === "string") out.set(key, value);
    else if (typeof value === "object" && value !== null && !Array.isArray(value))
      flatten(value, key, report, out);
    else report(key, "neither a text nor a group of texts");
  }
  return out;
}

/** Problems of one key over the languages, as [locale, sentence]. */
function checkKey(texts) {
  const found = [];
  const shapes = {};
  for (const locale of locales) {
    const text = texts[locale];
    if (text === undefined) {
      found.push([locale, "missing key"]);
      continue;
    }
    found.push(...checkText(locale, text, texts[reference]).map((why) => [locale, why]));
    try {
      shapes[locale] = shapeOf(parse(text), locale);
      found.push(...shapes[locale].problems.map((why) => [locale, why]));
    } catch (error) {
      found.push([locale, `not a valid message: ${error.message}`]);
    }
  }
  for (const locale of locales.slice(1)) {
    if (!shapes[locale] || !shapes[reference]) continue;
    const expected = [...shapes[reference].args].sort().join(", ");
    const actual = [...shapes[locale].args].sort().join(", ");
    if (expected !== actual)
      found.push([locale, `placeholders differ: [${actual}] instead of [${expected}]`]);
  }
  return found;
}

function checkText(locale, text, french) {
  const found = [];
  if (text.trim() === "") found.push("empty text");
  if (text !== text.normalize("NFC")) found.push("not in Unicode form NFC");
  if (/'[{}<#|]/.test(text)) found.push("an ASCII apostrophe before a placeholder hides it: write ’");
  if (/[٠-٩۰-۹]/.test(text)) found.push("Arabic-Indic digits: write 0-9");
  if (locale === "tzm" && /[\u0370-\u03ff\u0500-\u052fğţĞŢ]/.test(text))
    found.push("Greek, Cyrillic or Turkish look-alike letter");
  if (locale !== reference && text === french && isLeftInFrench(locale, text))
    found.push("same text as French");
  return found;
}

/** A word may be shared (a loan, an acronym); a sentence may not, and Arabic shares no lower-case word. */
function isLeftInFrench(locale, text) {
  const words = text.replace(/\{[^{}]*\}|<[^<>]*>/g, " ").trim();
  if (sameEverywhere.has(words)) return false;
  if (locale === "ar") return /\p{Ll}{2}/u.test(words) && !/^\S+[@/.]\S+$/.test(words);
  return words.split(/\s+/).filter((word) => /\p{Ll}{2}/u.test(word)).length >= 3;
}

/** The arguments of a message (name:kind) and what is wrong with its parts. */
function shapeOf(elements, locale, shape = { args: new Set(), problems: [] }) {
  for (const element of elements) {
    if (formatted.has(element.type)) {
      shape.problems.push(
        `{${element.value}} is formatted in the message: pass text made by lib/i18n/format`,
      );
    }
    if (kinds[element.type]) shape.args.add(argumentName(element));
    if (isPluralElement(element)) checkPlural(element, locale, shape);
    if (isPluralElement(element) || isSelectElement(element)) {
      for (const option of Object.values(element.options)) shapeOf(option.value, locale, shape);
    }
    if (isTagElement(element)) shapeOf(element.children, locale, shape);
  }
  return shape;
}

function argumentName(element) {
  if (!isSelectElement(element)) return kinds[element.type] === "tag" ? `<${element.value}>` : element.value;
  return `${element.value}(${Object.keys(element.options).sort().join("|")})`;
}

function checkPlural(element, locale, shape) {
  if (element.pluralType === "ordinal")
    shape.problems.push(`{${element.value}}: ordinals differ too much, reword`);
  const forms = Object.keys(element.options).filter((form) => !form.startsWith("="));
  const missing = pluralForms[locale].filter((form) => !forms.includes(form));
  const allowed = locale === "fr" ? [...pluralForms.fr, "many"] : pluralForms[locale];
  const unknown = forms.filter((form) => !allowed.includes(form));
  if (missing.length > 0) shape.problems.push(`{${element.value}} lacks plural ${missing.join(", ")}`);
  if (unknown.length > 0)
    shape.problems.push(`{${element.value}} has plural ${unknown.join(", ")} which ${locale} never uses`);
}
