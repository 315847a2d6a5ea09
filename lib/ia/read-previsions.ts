import { parseDate } from "@internationalized/date";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { civilDay, isoWeek, mondayOf, startOfDay } from "@/lib/foundation/zoned";
import { translator } from "@/lib/i18n/translate";
import { findAgence } from "@/lib/organisation/find-agence";
import { presentSerie } from "./present-prevision";
import { HORIZON, MOST_WEEKS, modelePrevision } from "./prevision";
import { type Comptes, countWeeks } from "./prevision-store";
import { previsionRead } from "./schemas-prevision";

/**
 * How many visits an agency may expect in each of the next weeks, in all and by activity, from its own past alone, with
 * how wrong the same method was before. It plans nothing. Throws `notFound` for an agency out of reach.
 */
export const readPrevisions = query({
  name: "prevision.read",
  input: previsionRead,
  run: async ({ db, input, ctx, scope }) => {
    const agence = await findAgence(db, scope, input.agence_id);
    if (!agence) throw new Refused("notFound");
    const monday = mondayOf(isoWeek(civilDay(ctx.now, agence.fuseau))) as string;
    const weekAt = (offset: number) => parseDate(monday).add({ weeks: offset }).toString();
    const rows = await countWeeks(db, {
      agenceId: agence.id,
      fuseau: agence.fuseau,
      depuis: startOfDay(weekAt(-MOST_WEEKS), agence.fuseau),
      jusque: startOfDay(weekAt(HORIZON), agence.fuseau),
    });
    const weeks = weeksOf(rows, monday, weekAt);
    const names = new Map(rows.map(({ code, libelles }) => [code, libelles[ctx.locale]]));
    const groups = [...Map.groupBy(rows, ({ code }) => code)].map(([type, own]) => ({
      type: type as string | null,
      libelle: names.get(type) ?? type,
      counts: countsOf(own),
    }));
    groups.sort((a, b) => totalOf(b.counts) - totalOf(a.counts));
    const all = {
      type: null,
      libelle: translator(ctx.locale, "ia")("prevision.tout"),
      counts: countsOf(rows),
    };
    return {
      agence_id: agence.id,
      agence: agence.nom,
      modele: modelePrevision,
      calcule_le: ctx.now.toISOString(),
      results: [all, ...groups].map((one) => presentSerie(one, weeks, ctx.locale)),
    };
  },
});

/** Whole weeks behind us since the agency's first visit, and those foretold: the one that runs is the first of them. */
function weeksOf(rows: Comptes, monday: string, weekAt: (offset: number) => string) {
  const first = rows.map(({ lundi }) => lundi).sort()[0] ?? monday;
  const past = Array.from({ length: MOST_WEEKS }, (_, index) => weekAt(index - MOST_WEEKS));
  return {
    passees: past.filter((week) => week >= first),
    aVenir: Array.from({ length: HORIZON }, (_, index) => weekAt(index)),
  };
}

type Counts = Map<string, number>;

function countsOf(rows: Comptes): Counts {
  const counts: Counts = new Map();
  for (const { lundi, visites } of rows) counts.set(lundi, (counts.get(lundi) ?? 0) + visites);
  return counts;
}

const totalOf = (counts: Counts) => [...counts.values()].reduce((sum, n) => sum + n, 0);
