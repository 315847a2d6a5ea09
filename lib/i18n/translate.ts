import { type _Translator, createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "./locales";
import { loadMessages, type Messages } from "./messages";

type Path = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
export type Translate<Name extends Path> = _Translator<Messages, Name>;

const cache = new Map<string, unknown>();

/**
 * Translator outside React: API problems, e-mails, PDFs, the worker. Cached per language and namespace.
 * A missing word throws, so a test or a log shows it instead of a key on paper.
 */
export function translator<const Name extends Path>(locale: Locale, namespace: Name): Translate<Name> {
  const key = `${locale}:${namespace}`;
  let translate = cache.get(key) as Translate<Name> | undefined;
  if (!translate) {
    translate = createTranslator<Messages, Name>({
      locale,
      namespace,
      messages: loadMessages(locale),
      timeZone: "UTC",
      onError: (error) => {
        throw error;
      },
    });
    cache.set(key, translate);
  }
  return translate;
}
