import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command, type Operation } from "@/lib/foundation/operation";
import { secretHash } from "@/lib/foundation/tokens";
import { findAccountById } from "./account-store";
import { issueTokens } from "./issue-tokens";
import { refreshInput, type Tokens } from "./schemas-account";
import { lockRefresh, markRefreshUsed, type RefreshRow, revokeFamily } from "./token-store";

/** A revocation must be kept although the caller is refused: the refusal is uttered after the commit. */
const rotate = command({
  name: "token.refresh",
  secret: true,
  input: refreshInput,
  run: async ({ db, input, ctx }) => {
    const row = await lockRefresh(db, secretHash(input.refresh_token));
    if (!row) throw new Refused("tokenExpired");
    const objet = { type: "utilisateur", id: row.utilisateurId };
    const reused = row.utiliseLe !== null;
    if (reused) await revokeFamily(db, row.famille, ctx.now);
    const result = reused ? null : await next(db, ctx, row);
    return { change: { objet, data: { reused } }, result };
  },
});

/**
 * New tokens against a refresh token, which then has served. One that comes back a second time was copied: its whole
 * family is revoked (RFC 9700 §4.14.2). Throws `tokenExpired` for anything but a current one of an active account.
 */
export const refreshToken: Operation<typeof refreshInput, Tokens> = Object.assign(
  async (ctx: Context, raw: Record<string, unknown>) => {
    const tokens = await rotate(ctx, raw);
    if (!tokens) throw new Refused("tokenExpired");
    return tokens;
  },
  { operation: rotate.operation, kind: rotate.kind, input: rotate.input },
);

async function next(tx: Tx, ctx: Context, row: RefreshRow): Promise<Tokens> {
  const account = await findAccountById(tx, row.utilisateurId);
  if (row.revoqueLe || row.expireLe <= ctx.now || !account?.actif) throw new Refused("tokenExpired");
  await markRefreshUsed(tx, row.id, ctx.now);
  return issueTokens(tx, ctx, account, row);
}
