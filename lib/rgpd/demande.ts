import { parseDate } from "@internationalized/date";
import type { etatsDemandeRgpd } from "@/db/states";
import { Refused } from "@/lib/foundation/errors";

export type EtatDemande = (typeof etatsDemandeRgpd)[number];

/** From each state, where it may go. Answered means refused, or closed once what was accepted is done. */
export const transitions: Record<EtatDemande, readonly EtatDemande[]> = {
  recue: ["en_cours", "acceptee", "refusee"],
  en_cours: ["acceptee", "refusee"],
  acceptee: ["close"],
  refusee: [],
  close: [],
};

/** States in which the clock still runs. */
export const ouvertes = ["recue", "en_cours", "acceptee"] as const satisfies readonly EtatDemande[];
export const isOpen = (etat: EtatDemande): boolean => (ouvertes as readonly string[]).includes(etat);

/** Days before the deadline from which the team is warned. */
export const WARN_DAYS = 7;

/** @throws Refused `invalidTransition`, with the allowed states */
export function assertTransition(from: EtatDemande, to: EtatDemande): void {
  const allowed = transitions[from];
  if (allowed.includes(to)) return;
  throw new Refused("invalidTransition", {
    params: { from, to, allowed: allowed.join(", ") || "none" },
    extra: { allowed: [...allowed] },
  });
}

/**
 * Last civil day for the answer: one month after receipt, three once it was extended (GDPR art. 12(3)). A day that the
 * month does not have is its last one: 31 January leads to 28 February. Weekends do not move it: never later than due.
 */
export const deadlineOf = (recueLe: string, prolongee = false): string =>
  parseDate(recueLe)
    .add({ months: prolongee ? 3 : 1 })
    .toString();

/** Days from `today` to the deadline; negative once it has passed. */
export const daysLeft = (echeance: string, today: string): number =>
  parseDate(echeance).compare(parseDate(today));
