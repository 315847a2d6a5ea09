import { load, pageContext, requireRole } from "@/lib/delivery/page";
import type { Relative } from "@/lib/i18n/format";
import { listAgences } from "@/lib/organisation/list-agences";

const everyRole = ["client", "intervenant", "gestionnaire", "auditeur", "admin"] as const;

/** The account and how its dates are written: in the time of its agency, or of the first one. */
export async function ownWords(path: string) {
  const account = await requireRole(everyRole, path);
  const [ctx, { results }] = await Promise.all([pageContext(), load(listAgences, { limit: 200 })]);
  const mine = results.find(({ id }) => id === account.actor.agenceIds[0]) ?? results[0];
  const words: Relative = {
    locale: ctx.locale,
    region: mine?.pays,
    timeZone: mine?.fuseau ?? "Europe/Paris",
    now: ctx.now,
  };
  return { account, words };
}
