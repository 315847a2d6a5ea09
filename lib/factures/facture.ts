import { canonicalJson, sha256 } from "@/lib/foundation/canonical";

/** `P2026-000123`: series, year, number. One continuous sequence per series and year (CGI ann. II 242 nonies A). */
export function numeroOf(serie: string, annee: number, sequence: number): string {
  return `${serie}${annee}-${String(sequence).padStart(6, "0")}`;
}

/** Link of the series' chain: SHA-256 of the previous link, a line feed, and the canonical snapshot. */
export function chainHash(precedente: string, instantane: unknown): string {
  return sha256(`${precedente}\n${canonicalJson(instantane)}`);
}

/** State after payments of `paye` cents in all. */
export function paidState(totalTtc: number, paye: number): "emise" | "partiellement_payee" | "payee" {
  if (paye >= totalTtc) return "payee";
  return paye > 0 ? "partiellement_payee" : "emise";
}
