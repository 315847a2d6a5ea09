import { cache } from "react";
import { pageContext, requireRole } from "@/lib/delivery/page";
import { civilDay } from "@/lib/foundation/zoned";
import type { Relative } from "@/lib/i18n/format";
import { readAgence } from "@/lib/organisation/read-agence";

/**
 * What every page of the field area starts with: the account (a guest is sent to sign in and back to `path`), the
 * agency, the options with which dates are written, and the civil day at the agency.
 */
export async function fieldArea(path: string) {
  const account = await requireRole(["intervenant"], path);
  const { ctx, agence } = await agenceOf(account.actor.agenceIds[0] ?? 0);
  const words: Relative = {
    locale: ctx.locale,
    region: agence.pays,
    timeZone: agence.fuseau,
    now: ctx.now,
  };
  return {
    account,
    intervenantId: account.actor.intervenantId ?? 0,
    agence,
    words,
    today: civilDay(ctx.now, agence.fuseau),
  };
}

export type FieldArea = Awaited<ReturnType<typeof fieldArea>>;

const agenceOf = cache(async (id: number) => {
  const ctx = await pageContext();
  return { ctx, agence: await readAgence(ctx, { id }) };
});
