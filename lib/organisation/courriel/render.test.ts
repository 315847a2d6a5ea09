import { beforeAll, describe, expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { faits, type Gabarit, gabarits } from "./gabarit";
import { renderCourriel } from "./render";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
  process.env.DIHYA_TOKEN_KEY ??= "{}";
});

const contenu = {
  prenom: "Léa & <Ivo>",
  page: "/espace",
  jeton: "abc",
  // Every fact there is, so that a label without words throws.
  faits: { ...Object.fromEntries(faits.map((fait) => [fait, `[${fait}]`])), service: "<b>Ménage</b>" },
};
const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const every = locales.flatMap((locale) => gabarits.map((gabarit) => [gabarit, locale] as const));

describe.each(every)("%s in %s", (gabarit, locale) => {
  const mail = () => renderCourriel(gabarit, locale, contenu);

  test("has all its words, and shows no key and no placeholder", () => {
    const { sujet, texte, html } = mail();
    expect(sujet.length).toBeGreaterThan(5);
    expect(sujet).not.toMatch(/[\r\n]/);
    for (const text of [sujet, texte, html.slice(html.indexOf("<body"))]) {
      expect(text).not.toMatch(/emails\.|gabarits\.|faits\.|undefined|\[object|[{}]/);
      // The marks that stand for label and value while the plain text is built.
      expect(text).not.toContain("\u0001");
      expect(text).not.toContain("\u0002");
    }
    for (const fait of faits.slice(1)) {
      expect(texte).toContain(`[${fait}]`);
      expect(html).toContain(`[${fait}]`);
    }
  });

  test("says its language and reads the right way, also where <html> and <body> are dropped", () => {
    const lang = locale === "tzm" ? "kab" : locale;
    const dir = locale === "ar" ? "rtl" : "ltr";
    const { html } = mail();
    expect(html).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(html).toMatch(new RegExp(`<body[^>]*>\\s*<div [^>]*lang="${lang}" dir="${dir}"`));
    expect(html).toContain(locale === "ar" ? "text-align:right" : "text-align:left");
    expect(html).not.toContain(locale === "ar" ? "text-align:left" : "text-align:right");
  });

  test("the plain text holds every link, and the greeting as it was written", () => {
    const { texte, html } = mail();
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => unescaped(href));
    expect(links).toHaveLength(1);
    for (const link of links) {
      expect(new URL(link).pathname).toBe(`/${locale}/espace`);
      expect(new URL(link).searchParams.get("jeton")).toBe("abc");
      expect(texte.split("\n")).toContain(link);
    }
    expect(texte).toContain("Léa & <Ivo>");
  });

  test("loads nothing, runs nothing, and escapes what people wrote", () => {
    const { html } = mail();
    expect(html).toContain("Léa &amp; &lt;Ivo&gt;");
    expect(html).toContain("&lt;b&gt;Ménage&lt;/b&gt;");
    expect(html).not.toMatch(
      /<(b|img|script|link|iframe|form|svg|object)\b|\s(src|srcset|background|on\w+)=/i,
    );
    expect(html).not.toMatch(/url\(|@import|@font-face|javascript:/i);
  });
});

test("the four languages are not the same text", () => {
  for (const gabarit of gabarits) {
    const subjects = locales.map((locale) => renderCourriel(gabarit, locale, { page: "/" }).sujet);
    expect(new Set(subjects).size, gabarit).toBe(locales.length);
  }
});

test("without a name or facts, greets plainly and shows no empty table", () => {
  const { html, texte } = renderCourriel("reset" satisfies Gabarit, "fr", { page: "/" });
  expect(texte.startsWith("Bonjour,\n")).toBe(true);
  expect(html).not.toContain('scope="row"');
});
