import type { LivraisonRow } from "./livraison-store";

export type Essais = LivraisonRow["essais"];

/** Seconds between an attempt that failed and the next: ten attempts over about three days. */
export const delays = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** When to try again after `made` attempts and one more that failed. */
export function nextAttempt(now: Date, made: number): Date {
  return new Date(now.getTime() + (delays[made] ?? 0) * 1000);
}

/**
 * What an attempt, the one after `made` others, makes of its message. Any 2xx is a delivery; 410 Gone, an address that
 * was stopped, and the last failure end it; everything else, redirects included, waits for the next attempt.
 */
export function outcomeOf(
  attempt: { code: number | null; erreur: string | null },
  made: number,
): "livree" | "abandonnee" | "en_attente" {
  const { code, erreur } = attempt;
  if (code !== null && code >= 200 && code < 300) return "livree";
  const final = code === 410 || erreur === "stopped" || made >= delays.length;
  return final ? "abandonnee" : "en_attente";
}
