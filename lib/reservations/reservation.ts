import { invalidTransition } from "@/lib/prestations/prestation";
import type { EtatReservation } from "./schemas";

/** From each state, where a reservation may go. */
export const transitions: Record<EtatReservation, readonly EtatReservation[]> = {
  demandee: ["acceptee", "refusee", "annulee", "expiree"],
  acceptee: ["annulee"],
  refusee: [],
  annulee: [],
  expiree: [],
};

/** @throws Refused `invalidTransition`, with the allowed states */
export function assertTransition(from: EtatReservation, to: EtatReservation): void {
  if (!transitions[from].includes(to)) throw invalidTransition(from, to, transitions[from]);
}
