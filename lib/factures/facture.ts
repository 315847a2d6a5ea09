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

type Compte = { type: "facture" | "avoir"; totalTtc: number; paye: number; credite: number };

/** Cents left to pay on an invoice, and cents received beyond what it is worth once credited. */
export function balance({ type, totalTtc, paye, credite }: Compte): { reste: number; trop: number } {
  if (type === "avoir") return { reste: 0, trop: 0 };
  const left = totalTtc - credite - paye;
  return { reste: Math.max(left, 0), trop: Math.max(-left, 0) };
}

/** Whether money can still be received for it. */
export function isPayable({ type, statut }: { type: "facture" | "avoir"; statut: string }): boolean {
  return type === "facture" && (statut === "emise" || statut === "partiellement_payee");
}

/** State of an invoice once `credite` cents of it are credited: cancelled when nothing of it is left. */
export function creditedState(totalTtc: number, credite: number, paye: number) {
  return credite >= totalTtc ? ("annulee_par_avoir" as const) : paidState(totalTtc - credite, paye);
}
