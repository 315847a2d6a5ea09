import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { isConnectionLoss, Refused } from "@/lib/foundation/errors";
import { log } from "@/lib/foundation/log";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import { type Change, fillSerie, HORIZON_DAYS, noEffet, settingOf } from "./fill-serie";
import { shifted } from "./regle";
import { lockSerie, selectDue, updateSerieRow } from "./store";

/** A series is taken up when its visits reach less far than this, so that each is touched about once a week. */
const DUE_DAYS = HORIZON_DAYS - 7;
const AT_ONCE = 10;

/**
 * Daily: makes the visits of the weeks ahead, a bounded number of series in one transaction; `suite` is where to go on.
 * Running it twice does nothing more. A series that fails is logged and left to the next run.
 */
export const generateSeries = command({
  name: "serie.generate",
  input: z.object({ apres: z.number().int().min(0).default(0) }),
  run: async ({ db, input, ctx, scope }) => {
    const ids = await selectDue(db, { now: ctx.now, ahead: DUE_DAYS, after: input.apres, limit: AT_ONCE });
    const changes = [];
    for (const id of ids) changes.push(...(await fillApart(db, ctx, scope, id)));
    const creees = changes.filter(({ objet }) => objet.type === "prestation").length;
    return {
      change: changes,
      result: { creees, suite: ids.length === AT_ONCE ? (ids.at(-1) ?? null) : null },
    };
  },
});

/** In a savepoint of its own: what goes wrong with one series holds up no other. */
async function fillApart(tx: Tx, ctx: Context, scope: Scope, id: number) {
  try {
    return await tx.transaction((savepoint) => fill(savepoint, ctx, scope, id));
  } catch (err) {
    if (isConnectionLoss(err)) throw err;
    // Nobody is served there any more: nothing to plan, and nothing wrong.
    if (!(err instanceof Refused) || err.status >= 500)
      log.error({ err, serieId: id, requestId: ctx.requestId }, "series generation failed");
    return [];
  }
}

async function fill(tx: Tx, ctx: Context, scope: Scope, id: number) {
  const row = await lockSerie(tx, scope, id);
  if (!row) return [];
  const setting = await settingOf(tx, scope, row);
  const au = shifted(civilDay(ctx.now, setting.place.agence.fuseau), HORIZON_DAYS);
  const effet = noEffet();
  const { changes, jusquau } = await fillSerie(tx, ctx, setting, { au, effet });
  const { version } = await updateSerieRow(tx, id, { genereeJusquau: jusquau }, ctx.now);
  const data = { jusquau, creees: effet.creees, non_affectees: effet.non_affectees.length };
  const line = { objet: { type: "serie" as const, id, version }, agenceId: row.agenceId, data };
  return [line, ...(changes satisfies Change[])];
}
