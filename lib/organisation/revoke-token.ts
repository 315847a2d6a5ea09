import { command } from "@/lib/foundation/operation";
import { secretHash } from "@/lib/foundation/tokens";
import { refreshInput } from "./schemas-account";
import { lockRefresh, revokeFamily } from "./token-store";

/** Revokes a refresh token and its family. An unknown one is answered alike (RFC 7009 §2.2). */
export const revokeToken = command({
  name: "token.revoke",
  input: refreshInput,
  run: async ({ db, input, ctx }) => {
    const row = await lockRefresh(db, secretHash(input.refresh_token));
    if (row) await revokeFamily(db, row.famille, ctx.now);
    return { change: { objet: { type: "utilisateur", id: row?.utilisateurId ?? "-" } }, result: undefined };
  },
});
