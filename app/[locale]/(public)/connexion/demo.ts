import type { Role } from "@/lib/foundation/context";

const password = "Dihya-demo-2026!";
export const demoRoles: readonly Role[] = ["client", "intervenant", "gestionnaire", "auditeur", "admin"];

/** Whether this installation carries the demonstration data, and so its known accounts. */
export const isDemonstration = () => process.env.DIHYA_DEMO === "1";

/** What the form is filled with; nothing outside a demonstration. */
export function demoAccount(role: string | undefined): { email: string; password: string } | undefined {
  if (!isDemonstration() || !demoRoles.includes(role as Role)) return undefined;
  return { email: `${role}@dihya.test`, password };
}
