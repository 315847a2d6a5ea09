import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { sendInvitation } from "./open-account";
import { presentUtilisateur } from "./present-utilisateur";
import { utilisateurBody } from "./schemas-utilisateur";
import { checkedAgences } from "./utilisateur-agences";
import { findUtilisateur, insertUtilisateur, replaceUtilisateurAgences } from "./utilisateur-store";

/**
 * Opens an account without password: the person is sent a link to choose one. Throws `emailTaken`, or `validation` on
 * agence_ids.
 */
export const createUtilisateur = command({
  name: "utilisateur.create",
  input: utilisateurBody,
  run: async ({ db, input, ctx }) => {
    const { agence_ids: asked = [], ...person } = input;
    const agenceIds = await checkedAgences(db, input.role, asked);
    const id = await insertUtilisateur(db, { ...person, creeLe: ctx.now, modifieLe: ctx.now });
    await replaceUtilisateurAgences(db, id, agenceIds);
    const row = await findUtilisateur(db, id);
    if (!row) throw new Refused("notFound");
    await sendInvitation(db, ctx, row);
    return {
      change: {
        objet: { type: "utilisateur", id, version: 1 },
        data: { role: input.role, agences: agenceIds },
      },
      result: presentUtilisateur(row),
    };
  },
});
