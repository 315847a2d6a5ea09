import type { z } from "zod";
import type { Role } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { categoriesOf, toujours } from "./categories";
import { type Choix, lockPreferences, savePreferences } from "./preferences-store";
import { presentPreferences } from "./present-preferences";
import { preferencesPatch } from "./schemas";

/**
 * Changes what the caller is told; what is left out stays. Throws `validation` on a kind that does not reach the
 * caller, on what nobody can switch off, and on an e-mail where none is sent.
 */
export const updatePreferences = command({
  name: "notification.updatePreferences",
  input: preferencesPatch,
  run: async ({ db, input, ctx, scope }) => {
    const me = scope.utilisateurId ?? 0;
    const role = ctx.actor.role as Role;
    refuseUnknown(role, input);
    const before = await lockPreferences(db, me);
    const choix: Choix = { ...before.choix };
    for (const { type, application, courriel, push } of input.preferences ?? [])
      choix[type] = {
        ...choix[type],
        ...(application === undefined ? {} : { application }),
        ...(courriel === undefined ? {} : { courriel }),
        ...(push === undefined ? {} : { push }),
      };
    const silence = input.silence === undefined ? before.silence : input.silence;
    await savePreferences(db, me, { choix, silence }, ctx.now);
    const objet = { type: "utilisateur", id: me };
    return {
      change: { objet, data: { choix, silence } },
      result: presentPreferences(role, { choix, silence }),
    };
  },
});

function refuseUnknown(role: Role, input: z.output<typeof preferencesPatch>): void {
  const offered = new Map(categoriesOf(role).map((one) => [one.categorie, one]));
  const errors = (input.preferences ?? []).flatMap(({ type, courriel }, index) => {
    const known = offered.get(type);
    if (!known || toujours.includes(type))
      return [{ pointer: `/preferences/${index}/type`, code: "invalidChoice" as const }];
    const isNoMail = courriel !== undefined && !known.courriel;
    return isNoMail ? [{ pointer: `/preferences/${index}/courriel`, code: "invalidChoice" as const }] : [];
  });
  if (errors.length > 0) throw new Refused("validation", { errors });
}
