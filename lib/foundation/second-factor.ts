import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { secondsFacteurs } from "@/db/schema/comptes";
import { type Actor, type ActorRole, guest } from "./context";
import { Refused } from "./errors";
import { type OperationName, policy } from "./policy";
import type { Parametres } from "./read-parametres";

/** Who works with other people's data, and so has a second factor where the setting asks for it. */
const concerned: readonly ActorRole[] = ["admin", "gestionnaire", "auditeur"];

/** Whether an account of this role may not work without a second factor, as the settings stand. */
export const mustHaveSecondFactor = (role: ActorRole, parametres: Parametres): boolean =>
  concerned.includes(role) && parametres.of("securite.second_facteur") === 1;

/** Whether this account asks for a code beside the password. */
export async function hasSecondFactor(db: Queryable, utilisateurId: number): Promise<boolean> {
  const rows = await db
    .select({ activeLe: secondsFacteurs.activeLe })
    .from(secondsFacteurs)
    .where(eq(secondsFacteurs.utilisateurId, utilisateurId));
  return Boolean(rows[0]?.activeLe);
}

/** All that someone who must enrol first can reach: enrolling, and the ways in and out. */
const beforeEnrolment: ReadonlySet<OperationName> = new Set<OperationName>([
  "moi.read",
  "session.open",
  "session.verifyCode",
  "session.confirm",
  "session.close",
  "token.create",
  "token.refresh",
  "token.revoke",
  "secondFacteur.read",
  "secondFacteur.prepare",
  "secondFacteur.activate",
]);

/**
 * Who acts: staff without the second factor that they must have are guests until they enrolled, whatever their role.
 * Throws `enrolmentRequired` where a guest has nothing to look for.
 */
export function actingAs(actor: Actor, name: OperationName): Actor {
  if (!actor.enrolement || beforeEnrolment.has(name)) return actor;
  if ("guest" in policy[name]) return guest;
  throw new Refused("enrolmentRequired");
}
