import type { Context } from "@/lib/foundation/context";
import { countUse } from "@/lib/foundation/rate-limit";
import { attemptsKey } from "./credentials";

const PER_MAILBOX = { max: 3, windowSeconds: 3600 };
const PER_ADDRESS = { max: 20, windowSeconds: 3600 };

/**
 * Nobody's mailbox is flooded by our forms, and nobody tries many addresses: three messages an hour to one e-mail,
 * twenty from one network address. Counted whether or not there is an account. Throws `rateLimited`.
 */
export async function limitMail(ctx: Context, email: string): Promise<void> {
  if (ctx.ip) await countUse(ctx.db, `courriel:ip:${ctx.ip}`, PER_ADDRESS, ctx.now);
  await countUse(ctx.db, `courriel:${attemptsKey(email)}`, PER_MAILBOX, ctx.now);
}
