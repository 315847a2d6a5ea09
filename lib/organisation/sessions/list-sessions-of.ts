import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { findAccountById } from "../account-store";
import { presentSession } from "./present-session";
import { ofAccountInput } from "./schemas";
import { selectSessions } from "./session-store";

/** Where someone's account is open, for an admin; that it was looked at is logged. Throws `notFound`. */
export const listSessionsOf = query({
  name: "session.listOf",
  input: ofAccountInput,
  run: async ({ db, input: { id }, ctx }) => {
    if (!(await findAccountById(db, id))) throw new Refused("notFound");
    const rows = await selectSessions(db, id, ctx.now);
    return { results: rows.map((row) => presentSession(row, ctx)) };
  },
  reads: (_result, { id }) => ({ type: "utilisateur", id }),
});
