import { Refused } from "@/lib/foundation/errors";
import { multiplyRate } from "@/lib/foundation/money";
import type { EtatPrestation } from "./schemas";

const HOUR_MS = 3_600_000;

/** From each state, where a visit may go. A moved visit goes back to `planifiee`; a credit note gives back `validee`. */
export const transitions: Record<EtatPrestation, readonly EtatPrestation[]> = {
  planifiee: ["confirmee", "en_cours", "annulee"],
  confirmee: ["planifiee", "en_cours", "annulee"],
  en_cours: ["realisee"],
  realisee: ["validee"],
  validee: ["facturee"],
  facturee: ["validee"],
  annulee: [],
};

/** States whose time and person may still be changed. */
export const movable: readonly EtatPrestation[] = ["planifiee", "confirmee"];

/** @throws Refused `invalidTransition`, with the allowed states */
export function assertTransition(from: EtatPrestation, to: EtatPrestation): void {
  if (!transitions[from].includes(to)) throw invalidTransition(from, to, transitions[from]);
}

/** The refusal of a move that a state does not allow; `extra.allowed` lists those it does. */
export function invalidTransition(from: string, to: string, allowed: readonly string[]): Refused {
  return new Refused("invalidTransition", {
    params: { from, to, allowed: allowed.length > 0 ? allowed.join(", ") : "none" },
    extra: { allowed: [...allowed] },
  });
}

/** The last moment at which a client may cancel or move, `noticeHours` before the visit. */
export function noticeLimit(debut: Date, noticeHours: number): Date {
  return new Date(debut.getTime() - noticeHours * HOUR_MS);
}

/** Fee of a cancellation, cents: a share of the price once the notice has passed, nothing before. */
export function cancellationFee(visit: {
  debut: Date;
  prixTtc: number;
  noticeHours: number;
  feeBp: number;
  now: Date;
}): number {
  const late = visit.now > noticeLimit(visit.debut, visit.noticeHours);
  return late ? multiplyRate(visit.prixTtc, visit.feeBp) : 0;
}

/** An arrival may be clocked at most this long before the planned start. */
export const EARLY_ARRIVAL_MS = HOUR_MS;
