import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { tell } from "@/lib/prestations/answer-prestation";
import { endOccurrence, lockOccurrences } from "@/lib/prestations/occurrence";
import { answerSerie } from "./answer-serie";
import { noEffet } from "./fill-serie";
import { openSerie } from "./open-serie";
import { serieStop } from "./schemas";
import { updateSerieRow } from "./store";

/**
 * Ends a series from a day on (today when absent): its visits to come are cancelled with the reason, those changed by
 * hand too. Throws `notFound`, `preconditionFailed`, `invalidTransition` once it is stopped, `validation` on `du`.
 */
export const stopSerie = command({
  name: "serie.stop",
  input: serieStop,
  run: async ({ db, input, ctx, scope }) => {
    const { row, fuseau } = await openSerie(db, scope, input.id, input.version);
    const today = civilDay(ctx.now, fuseau);
    const du = input.du ?? today;
    if (du < today)
      throw new Refused("validation", {
        errors: [{ pointer: "/du", code: "tooSmall", params: { min: today } }],
      });
    const locked = await lockOccurrences(db, row.id, { du, now: ctx.now });
    const changes = [];
    for (const visit of locked) changes.push(...(await endOccurrence(db, ctx, visit, input.motif)));
    const values = { arreteeDu: du, arretMotif: input.motif };
    const { version } = await updateSerieRow(db, row.id, values, ctx.now);
    await tell(db, ctx, "serie.arretee", row.id);
    const data = { du, annulees: locked.length };
    const objet = { type: "serie", id: row.id, version };
    return {
      change: [{ objet, agenceId: row.agenceId, data }, ...changes],
      result: await answerSerie(db, ctx, scope, row.id, { ...noEffet(), annulees: locked.length }),
    };
  },
});
