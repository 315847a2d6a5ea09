import type { Tx } from "@/db/client";
import { forgetAccount } from "@/lib/foundation/actor";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { presentUtilisateur } from "./present-utilisateur";
import { utilisateurPatch } from "./schemas-utilisateur";
import { checkedAgences } from "./utilisateur-agences";
import {
  countOtherAdmins,
  endSessions,
  findUtilisateur,
  lockAdmins,
  lockUtilisateur,
  replaceUtilisateurAgences,
  type UtilisateurFileRow,
  updateUtilisateurRow,
} from "./utilisateur-store";

/**
 * Changes an account. A change of role, agencies or state ends the person's sessions. Throws `lastAdmin` when no
 * active admin would remain, `preconditionFailed` when `version` has passed, `validation` on agence_ids.
 */
export const updateUtilisateur = command({
  name: "utilisateur.update",
  input: utilisateurPatch,
  run: async ({ db, input, ctx }) => {
    const { id, version, agence_ids: asked, ...person } = input;
    const before = await lockedBefore(db, input);
    if (version !== undefined && version !== before.version) throw new Refused("preconditionFailed");
    const role = person.role ?? before.role;
    const agenceIds = await checkedAgences(db, role, asked ?? before.agenceIds);
    const ends =
      role !== before.role ||
      (person.actif ?? before.actif) !== before.actif ||
      agenceIds.join() !== before.agenceIds.join();
    await updateUtilisateurRow(db, id, person, ctx.now);
    if (asked) await replaceUtilisateurAgences(db, id, agenceIds);
    if (ends) await endSessions(db, id, ctx.now);
    const closes = before.actif && person.actif === false;
    if (ends && (closes || person.actif === undefined || person.actif === before.actif))
      await enqueue(db, "notification.create", {
        type: closes ? "compte.desactive" : "compte.role",
        objet_id: id,
        acteur_id: ctx.actor.id,
      });
    forgetAccount(id);
    const row = await findUtilisateur(db, id);
    if (!row) throw new Refused("notFound");
    const { id: _id, version: _version, ...given } = input;
    return {
      change: {
        objet: { type: "utilisateur", id, version: row.version },
        data: {
          fields: Object.keys(given).sort(),
          role: { from: before.role, to: row.role },
          actif: row.actif,
          agences: row.agenceIds,
        },
      },
      result: presentUtilisateur(row),
    };
  },
});

type Patch = { id: number; role?: string; actif?: boolean };

/** The account as it is, its row locked; refuses to take away the last active admin. */
async function lockedBefore(db: Tx, patch: Patch): Promise<UtilisateurFileRow> {
  const lowers = (patch.role !== undefined && patch.role !== "admin") || patch.actif === false;
  if (lowers) await lockAdmins(db);
  const locked = await lockUtilisateur(db, patch.id);
  const before = locked && (await findUtilisateur(db, patch.id));
  if (!before) throw new Refused("notFound");
  const isAdmin = before.role === "admin" && before.actif;
  if (lowers && isAdmin && (await countOtherAdmins(db, patch.id)) === 0) throw new Refused("lastAdmin");
  return before;
}
