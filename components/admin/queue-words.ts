import type { Translate } from "@/lib/i18n/translate";
import type { File } from "@/lib/organisation/schemas-echec";

type Words = Pick<Translate<"taches">, "has"> & ((key: never) => string);

/** What a queue does, in words; one without words keeps its name. */
export function queueLabel(t: Words, file: File["file"]): string {
  return word(t, `files.${file}`, file);
}

/** What long work is called, in words; a type without words keeps its code. */
export function workLabel(t: Words, type: string): string {
  return word(t, `types.${type}`, type);
}

function word(t: Words, key: string, fallback: string): string {
  return t.has(key as never) ? t(key as never) : fallback;
}
