import { z } from "zod";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { findAccountById } from "./account-store";
import { presentMoi } from "./present-account";

/** Who the caller is: role, reach, language, and the operations they may call. */
export const readMoi = query({
  name: "moi.read",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const account = await findAccountById(db, ctx.actor.id ?? 0);
    if (!account) throw new Refused("notFound");
    return presentMoi(account, ctx);
  },
});
