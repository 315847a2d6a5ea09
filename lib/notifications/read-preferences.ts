import { z } from "zod";
import type { Role } from "@/lib/foundation/context";
import { query } from "@/lib/foundation/operation";
import { findPreferences } from "./preferences-store";
import { presentPreferences } from "./present-preferences";

/** What the caller is told, by which way, and their quiet hours. */
export const readPreferences = query({
  name: "notification.readPreferences",
  input: z.object({}),
  run: async ({ db, ctx, scope }) => {
    const me = scope.utilisateurId ?? 0;
    const mine = (await findPreferences(db, [me])).get(me) ?? { choix: {}, silence: null };
    return presentPreferences(ctx.actor.role as Role, mine);
  },
});
