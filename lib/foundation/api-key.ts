import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { cles } from "@/db/schema/interop";
import { utilisateurs } from "@/db/schema/organisation";
import { type Account, accountOf } from "./actor";
import type { Actor } from "./context";
import { oneTimeSecret, secretHash } from "./tokens";

/** How a partner key begins, so that a leaked one is found in logs and repositories. */
export const KEY_PREFIX = "dihya_";
const SHOWN_CHARS = KEY_PREFIX.length + 6;
const USE_NOTED_MS = 60_000;

/** A fresh key (256 bits): the whole, shown once; what is stored; and the part that stays visible. */
export function newKey(): { secret: string; empreinte: string; prefixe: string } {
  const secret = `${KEY_PREFIX}${oneTimeSecret().secret}`;
  return { secret, empreinte: secretHash(secret), prefixe: secret.slice(0, SHOWN_CHARS) };
}

/**
 * The account that a key acts for, as an actor of type `key` with the key's scopes; null when the key is unknown,
 * revoked or expired, or its account disabled. A revoked key is refused from the next call on.
 */
export async function accountOfKey(db: Db, secret: string, now: Date): Promise<Account | null> {
  const rows = await db
    .select({
      id: cles.id,
      portees: cles.portees,
      agenceIds: cles.agenceIds,
      utilisateurId: cles.utilisateurId,
      versionJeton: utilisateurs.versionJeton,
      used: cles.derniereUtilisationLe,
    })
    .from(cles)
    .innerJoin(utilisateurs, eq(utilisateurs.id, cles.utilisateurId))
    .where(and(eq(cles.empreinte, secretHash(secret)), isNull(cles.revoqueeLe), gt(cles.expireLe, now)));
  const key = rows[0];
  const account = key && (await accountOf(db, key.utilisateurId, key.versionJeton));
  if (!account) return null;
  await noteUse(db, key.id, key.used, now);
  const cle = { id: key.id, portees: key.portees };
  // A key is no person who could enrol: its maker did to make it, and its scopes bound it.
  const { enrolement: _person, ...maker } = account.actor;
  return { ...account, actor: { ...keptTo(maker, key.agenceIds), type: "key", cle } };
}

/** A key kept to agencies acts as their gestionnaire: what is the whole product's is not for it. */
function keptTo(actor: Actor, agenceIds: readonly number[] | null): Actor {
  if (!agenceIds) return actor;
  if (actor.role === "admin") return { ...actor, role: "gestionnaire", agenceIds };
  return { ...actor, agenceIds: agenceIds.filter((id) => actor.agenceIds.includes(id)) };
}

/** At most once a minute: a busy key must not write with every reading. */
async function noteUse(db: Db, id: number, used: Date | null, now: Date): Promise<void> {
  const before = new Date(now.getTime() - USE_NOTED_MS);
  if (used && used > before) return;
  await db
    .update(cles)
    .set({ derniereUtilisationLe: now })
    .where(
      and(eq(cles.id, id), or(isNull(cles.derniereUtilisationLe), lt(cles.derniereUtilisationLe, before))),
    );
}
