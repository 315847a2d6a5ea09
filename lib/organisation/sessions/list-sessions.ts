import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { presentSession } from "./present-session";
import { selectSessions } from "./session-store";

/** Where the caller's own account is open: browsers and API tokens, last used first. */
export const listSessions = query({
  name: "session.list",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const rows = await selectSessions(db, ctx.actor.id ?? 0, ctx.now);
    return { results: rows.map((row) => presentSession(row, ctx)) };
  },
});
