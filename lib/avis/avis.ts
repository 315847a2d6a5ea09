import { Refused } from "@/lib/foundation/errors";

type Etat = "en_attente" | "publie" | "refuse";

/** From each state, where a moderator may take a review: what was published may still be withdrawn with a reason. */
export const transitions: Record<Etat, readonly Etat[]> = {
  en_attente: ["publie", "refuse"],
  publie: ["refuse"],
  refuse: ["publie"],
};

/** Marks that a team should see first. */
export const LOW_NOTE = 2;

/** @throws Refused `invalidTransition`, with the allowed states */
export function assertModerable(from: Etat, to: Etat): void {
  const allowed = transitions[from];
  if (allowed.includes(to)) return;
  throw new Refused("invalidTransition", {
    params: { from, to, allowed: allowed.join(", ") },
    extra: { allowed: [...allowed] },
  });
}
