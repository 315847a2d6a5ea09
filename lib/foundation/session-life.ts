import type { ActorRole } from "./context";

const DAY_SECONDS = 86_400;

/** Seconds after sign-in when a session or a family of refresh tokens ends, whatever happens: 7 days, staff 12 h. */
export function sessionSeconds(role: ActorRole): number {
  return role === "client" || role === "intervenant" ? 7 * DAY_SECONDS : DAY_SECONDS / 2;
}
