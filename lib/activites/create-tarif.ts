import { parseDate } from "@internationalized/date";
import type { Tx } from "@/db/client";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { decimalToCents } from "@/lib/foundation/money";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { presentTarif } from "./present";
import {
  closeTarif,
  deletePlanned,
  findNextStart,
  findPlace,
  findTarif,
  findTarifBefore,
  insertTarif,
  lockTarifs,
  startsOn,
} from "./prix-store";
import { tarifBody } from "./schemas";

/**
 * Sets a price from a day on, today at the earliest; the previous period ends the day before, and a price already
 * planned for a later day stays. What began before is never changed: a price that begins today cannot be replaced
 * today. Throws `validation` on agence_id, activite_id, taux_tva or prix_horaire_ttc, `pastNotAllowed` on du.
 */
export const createTarif = command({
  name: "tarif.create",
  input: tarifBody,
  run: async ({ db, input, ctx }) => {
    const pair = { agenceId: input.agence_id, activiteId: input.activite_id };
    const place = await findPlace(db, pair.agenceId, pair.activiteId);
    if (!place.fuseau) throw refuseField("validation", "agence_id");
    if (!place.activite) throw refuseField("validation", "activite_id");
    const cents = decimalToCents(input.prix_horaire_ttc);
    if (cents === 0) throw refuseField("validation", "prix_horaire_ttc");
    await lockTarifs(db, pair.agenceId, pair.activiteId);
    await makeRoom(db, pair, input.du, civilDay(ctx.now, place.fuseau));
    const [before, nextStart] = await Promise.all([
      findTarifBefore(db, pair, input.du),
      findNextStart(db, pair, input.du),
    ]);
    const vat = input.taux_tva === undefined ? before?.tauxTvaBp : decimalToCents(input.taux_tva);
    if (vat === undefined) throw refuseField("validation", "taux_tva");
    const id = await insertTarif(db, {
      ...pair,
      prixHoraireTtc: cents,
      minimumMin: input.minimum_min ?? before?.minimumMin ?? 60,
      tauxTvaBp: vat,
      du: input.du,
      au: nextStart ? dayBefore(nextStart) : null,
      creeLe: ctx.now,
    });
    const row = await findTarif(db, id);
    if (!row) throw new Refused("notFound");
    const data = {
      activite: row.code,
      du: row.du,
      prix_horaire_ttc: cents,
      avant: before?.prixHoraireTtc ?? null,
    };
    return {
      change: { objet: { type: "tarif", id }, agenceId: pair.agenceId, data },
      result: presentTarif(row),
    };
  },
});

/** Ends what covers the day, or takes away what was only planned for it. */
async function makeRoom(
  db: Tx,
  pair: { agenceId: number; activiteId: number },
  day: string,
  today: string,
): Promise<void> {
  if (day < today) throw refuseField("pastNotAllowed", "du");
  if (await startsOn(db, pair, day)) {
    if (day === today) throw refuseField("pastNotAllowed", "du");
    await deletePlanned(db, pair, day);
  }
  await closeTarif(db, pair, day, dayBefore(day));
}

const dayBefore = (day: string): string => parseDate(day).subtract({ days: 1 }).toString();
