import { ar } from "./catalogue/ar";
import { en } from "./catalogue/en";
import { fr } from "./catalogue/fr";
import { tzm } from "./catalogue/tzm";
import type { Locale } from "./locales";
import { portablePlurals } from "./plurals";

/** French is the reference; the other languages are held to its keys by `scripts/check-messages.mjs`. */
export type Messages = typeof fr;
export type Namespace = keyof Messages;

const sources: Record<Locale, Partial<Record<Namespace, unknown>>> = { fr, en, ar, tzm };
const ready = new Map<Locale, Messages>();

/** All words of one language, prepared once per process. Server side only: 21 slices are too many for a browser. */
export function loadMessages(locale: Locale): Messages {
  let messages = ready.get(locale);
  if (!messages) {
    messages = portablePlurals(locale, sources[locale]) as Messages;
    ready.set(locale, messages);
  }
  return messages;
}

/** The slices a client component needs: `<NextIntlClientProvider messages={pickMessages(locale, ["common"])}>`. */
export function pickMessages<Name extends Namespace>(
  locale: Locale,
  names: readonly Name[],
): Pick<Messages, Name> {
  const all = loadMessages(locale);
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<Messages, Name>;
}
