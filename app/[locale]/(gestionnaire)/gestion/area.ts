import { cache } from "react";
import { pageContext, requireRole } from "@/lib/delivery/page";
import { decimalToCents } from "@/lib/foundation/money";
import { civilDay, withOffset } from "@/lib/foundation/zoned";
import { formatMoney, type Relative } from "@/lib/i18n/format";
import { listAgences } from "@/lib/organisation/list-agences";
import { readAgence } from "@/lib/organisation/read-agence";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";

/**
 * What every page of the gestionnaire's area starts with: the account (a guest is sent to sign in and back to
 * `path`), its agency, the options with which dates are written, and the civil day there.
 */
export async function gestionArea(path: string) {
  const account = await requireRole(["gestionnaire", "admin"], path);
  const { ctx, agence } = await agenceOf(account.actor.agenceIds[0] ?? null);
  const words: Relative = {
    locale: ctx.locale,
    region: agence.pays,
    timeZone: agence.fuseau,
    now: ctx.now,
  };
  return {
    account,
    agence,
    words,
    today: civilDay(ctx.now, agence.fuseau),
    /** The clock of the agency, `2026-11-24T09:30`. */
    localNow: withOffset(ctx.now, agence.fuseau).slice(0, 16),
    /** An amount of the API, "127.00", as people read it. */
    money: (amount: string, devise: string = agence.devise) =>
      formatMoney(decimalToCents(amount), devise, words),
  };
}

export type GestionArea = Awaited<ReturnType<typeof gestionArea>>;

/** An admin belongs to no agency: the first one stands in, for its zone and currency. */
const agenceOf = cache(async (id: number | null) => {
  const ctx = await pageContext();
  const agence = id === null ? await firstAgence() : await readAgence(ctx, { id });
  return { ctx, agence };
});

async function firstAgence(): Promise<AgenceShape> {
  const [agence] = (await listAgences(await pageContext(), { limit: 1 })).results;
  if (!agence) throw new Error("no agency yet: an admin creates the first one");
  return agence;
}
