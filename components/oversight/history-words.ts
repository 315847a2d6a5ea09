import {
  formatDate,
  formatDateTime,
  formatHours,
  formatMoney,
  formatNumber,
  type Zoned,
} from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translate";
import type { HistoryEntry, HistoryObject } from "@/lib/oversight/schemas-history";
import { actionLabel, objectLabel } from "./action-label";

type Loose = ((key: never, values?: never) => string) & { has: (key: never) => boolean };
export type HistoryWords = {
  t: Translate<"historique">;
  audit: Translate<"audit">;
  states: Translate<"states">;
  zoned: Zoned;
  /** Currency of an agency's amounts. */
  deviseOf: (agenceId: number | null) => string;
};
export type Fact = { term: string; value: string };

/** `facture:12` in words, with the number printed on it when it has one: "Facture F2026-000123". */
export function historyObjectLabel(
  objet: string,
  objets: readonly HistoryObject[],
  audit: Translate<"audit">,
): string {
  const known = objets.find(({ type, id }) => `${type}:${id}` === objet);
  return objectLabel(known?.numero ? `${known.type}:${known.numero}` : objet, audit);
}

/** An entry as a sentence; an operation without one of its own is told by its object and act. */
export function sentenceOf({ action, objet, resultat, donnees }: HistoryEntry, words: HistoryWords): string {
  const { t, audit } = words;
  if (resultat === "refused") return t("refused", { act: actionLabel(action, audit) });
  const key = action.replace(".", "_");
  const [type = ""] = objet.split(":");
  const asked = donnees.avoir_id !== undefined && type === "facture" ? "origine" : type;
  for (const name of [`phrases.${key}_${asked}`, `phrases.${key}`])
    if ((t as unknown as Loose).has(name as never)) return (t as unknown as Loose)(name as never);
  return actionLabel(action, audit);
}

const money = new Set(["montant", "total_ttc", "reste", "credite", "prix_ttc", "frais"]);
const minutes = new Set(["duree_min", "facturee_min"]);
/** Fingerprints are for the entry's own page; `from` is told with `to`, the currency with its amounts. */
const untold = new Set(["empreinte", "sha256", "refused", "from", "devise", "paiement_id"]);

/** What an entry says beside who, what and when, in the words of the product. */
export function factsOf(entry: HistoryEntry, words: HistoryWords): Fact[] {
  return Object.entries(entry.donnees).flatMap(([key, value]) => {
    if (untold.has(key) || value === null || value === "" || (key === "past" && value === false)) return [];
    return [{ term: termOf(key, words), value: told(key, value, entry, words) }];
  });
}

function termOf(key: string, { t, audit }: HistoryWords): string {
  const name = `faits.${key === "to" ? "statut" : key === "champs" ? "fields" : key}`;
  if ((t as unknown as Loose).has(name as never)) return (t as unknown as Loose)(name as never);
  const type = `objets.${key.replace(/_id$/, "")}`;
  return key.endsWith("_id") && audit.has(type as never) ? audit(type as never) : key;
}

function told(key: string, value: unknown, entry: HistoryEntry, words: HistoryWords): string {
  const { zoned, t } = words;
  if (typeof value === "number") {
    if (money.has(key)) {
      const devise = entry.donnees.devise;
      return formatMoney(value, typeof devise === "string" ? devise : words.deviseOf(entry.agence_id), zoned);
    }
    if (minutes.has(key)) return formatHours(value, { ...zoned, style: "words" });
    return key.endsWith("_id") ? String(value) : formatNumber(value, zoned);
  }
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "string" ? textOf(key, value, entry, words) : JSON.stringify(value);
}

function textOf(key: string, value: string, entry: HistoryEntry, words: HistoryWords): string {
  if (key === "to") {
    const { from } = entry.donnees;
    const after = stateOf(value, entry, words);
    if (typeof from !== "string") return after;
    return words.t("change", { before: stateOf(from, entry, words), after });
  }
  if (key === "statut") return stateOf(value, entry, words);
  if (key === "mode") return word(words.states, `modePaiement.${value}`, value);
  if (key === "pointage") return word(words.states, `pointage.${value}`, value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatDateTime(new Date(value), words.zoned);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, words.zoned);
  return value;
}

function stateOf(value: string, { objet }: HistoryEntry, { states }: HistoryWords): string {
  const [type = ""] = objet.split(":");
  return word(states, `${type}.${value}`, value);
}

function word(states: Translate<"states">, key: string, fallback: string): string {
  const loose = states as unknown as Loose;
  return loose.has(key as never) ? loose(key as never) : fallback;
}
