import type { Translate } from "@/lib/i18n/translate";

type Words = Pick<Translate<"audit">, "has"> & ((key: never, values?: never) => string);

/** `facture.issue` in words: "Facture : émission"; an operation without words keeps its code. */
export function actionLabel(action: string, t: Words): string {
  const [object = "", act = ""] = action.split(".");
  const parts = { object: word(t, `objets.${object}`, object), act: word(t, `actes.${act}`, act) };
  return t("act" as never, parts as never);
}

/** `facture:12` in words: "Facture 12". */
export function objectLabel(objet: string, t: Words): string {
  const [type = "", id = ""] = objet.split(":");
  const name = word(t, `objets.${type}`, type);
  // The log itself is one object: its "number" is only a file name.
  return type === "audit" ? name : `${name} ${id}`.trim();
}

/** The page that tells all that happened to `facture:12`, for those who see the whole log. */
export function historyHref(objet: string): string {
  const [type = "", ...id] = objet.split(":");
  return `/audit/historique?${new URLSearchParams({ objet: type, objet_id: id.join(":") })}`;
}

function word(t: Words, key: string, fallback: string): string {
  return t.has(key as never) ? t(key as never) : fallback;
}
