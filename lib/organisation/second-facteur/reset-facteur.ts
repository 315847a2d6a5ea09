import { forgetAccount } from "@/lib/foundation/actor";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { tellHolder } from "../tell-holder";
import { endSessions, lockUtilisateur } from "../utilisateur-store";
import { deleteFacteur } from "./facteur-store";
import { resetFactorInput } from "./schemas";

/**
 * Takes away the second factor of someone who lost it: their sessions and tokens end, they are told by e-mail, and
 * where it is mandatory they enrol anew at their next sign-in. Nobody does it for themselves (`forbidden`): a stolen
 * session would undo what protects it. Throws `notFound`.
 */
export const resetFacteur = command({
  name: "secondFacteur.reset",
  input: resetFactorInput,
  run: async ({ db, input: { id }, ctx }) => {
    if (id === ctx.actor.id) throw new Refused("forbidden");
    if (!(await lockUtilisateur(db, id))) throw new Refused("notFound");
    const had = await deleteFacteur(db, id);
    if (had) {
      await endSessions(db, id, ctx.now);
      await tellHolder(db, ctx, id, { gabarit: "secondFactorReset", page: "/connexion" });
      forgetAccount(id);
    }
    return { change: { objet: { type: "utilisateur", id }, data: { retire: had } }, result: undefined };
  },
});
