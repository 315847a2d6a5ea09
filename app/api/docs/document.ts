import { type Resource, resourcesOf } from "@/components/reference/reference";
import type { Locale } from "@/lib/i18n/locales";
import { api } from "../services_personne/application";
import { documentOf } from "../services_personne/resources/document";

/** Summaries are written in French and in English; readers of Arabic and Tamazight get the French ones. */
export const summaryLanguage = (locale: Locale): "fr" | "en" => (locale === "en" ? "en" : "fr");

const read = new Map<"fr" | "en", Resource[]>();

/** What the API offers, by resource, from the document that it serves. */
export function resources(locale: Locale): Resource[] {
  const language = summaryLanguage(locale);
  const list = read.get(language) ?? resourcesOf(apiDocument(), language);
  read.set(language, list);
  return list;
}

export const apiDocument = () => documentOf(api);
