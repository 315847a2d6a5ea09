import { cache } from "react";
import { pageContext, requireRole } from "@/lib/delivery/page";
import { decimalToCents } from "@/lib/foundation/money";
import { formatMoney, type Relative } from "@/lib/i18n/format";
import { readAgence } from "@/lib/organisation/read-agence";

/**
 * What every page of the client's area starts with: the account (a guest is sent to sign in and back to `path`), the
 * agency with its zone, country and currency, and the options with which dates are written.
 */
export async function clientArea(path: string) {
  const account = await requireRole(["client"], path);
  const { ctx, agence } = await agenceOf(account.actor.agenceIds[0] ?? 0);
  const words: Relative = {
    locale: ctx.locale,
    region: agence.pays,
    timeZone: agence.fuseau,
    now: ctx.now,
  };
  return {
    account,
    clientId: account.actor.clientId ?? 0,
    agence,
    words,
    /** An amount of the API, "127.00", as people read it. */
    money: (amount: string, devise = agence.devise) => formatMoney(decimalToCents(amount), devise, words),
  };
}

export type ClientArea = Awaited<ReturnType<typeof clientArea>>;

const agenceOf = cache(async (id: number) => {
  const ctx = await pageContext();
  return { ctx, agence: await readAgence(ctx, { id }) };
});
