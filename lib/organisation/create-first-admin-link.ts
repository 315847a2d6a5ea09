import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { command } from "@/lib/foundation/operation";
import { lockFirstAdmin, someAdminExists } from "./account-store";
import { issueOneTime } from "./one-time-token";

/** A link, valid once for 24 h, to create the first admin; null when there is one. Earlier links stop working. */
export const createFirstAdminLink = command({
  name: "account.createFirstAdminLink",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    await lockFirstAdmin(db);
    if (await someAdminExists(db)) return { change: [], result: { lien: null as string | null } };
    const url = new URL("/premier-admin", env().NEXTAUTH_URL);
    url.searchParams.set("jeton", await issueOneTime(db, ctx, "premier_admin", null));
    return {
      change: { objet: { type: "utilisateur", id: "-" } },
      result: { lien: url.href as string | null },
    };
  },
});
