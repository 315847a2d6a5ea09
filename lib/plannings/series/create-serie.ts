import { matchActivite, unknownActivity } from "@/lib/activites/match-activite";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { tell } from "@/lib/prestations/answer-prestation";
import { findPlace } from "@/lib/prestations/place-prestation";
import { answerSerie } from "./answer-serie";
import { checkPerson } from "./check-person";
import { fillSerie, HORIZON_DAYS, noEffet, type Setting } from "./fill-serie";
import { readRegle } from "./recurrence";
import { regleText, shifted } from "./regle";
import { serieBody } from "./schemas";
import { insertSerie, updateSerieRow } from "./store";

/**
 * A series of visits and those of the next weeks. A visit for which the intervenant cannot be had is made for nobody and
 * says why; the series stands. Throws `validation` on the rule, `clientUnknown`, `clientErased`, `unknownActivity`,
 * `intervenantUnknown`, `skillMissing`, `visitTooLong`.
 */
export const createSerie = command({
  name: "serie.create",
  input: serieBody,
  run: async ({ db, input, ctx, scope }) => {
    const [place, activite] = await Promise.all([
      findPlace(db, scope, input.client_id, input.adresse_id),
      matchActivite(db, input.type),
    ]);
    const { agence } = place;
    if (!activite) throw await unknownActivity(db, { agenceId: agence.id, jour: input.premier_jour });
    const { heure, premier_jour: premierJour, fin_le: finLe = null, rrule } = input;
    const { regle, dernierJour } = readRegle({ rrule, premierJour, heure, finLe, zone: agence.fuseau });
    const dureeMin = Math.round(input.duree * 60);
    const intervenantId = input.intervenant_id ?? null;
    await checkPerson(db, { place, activite, intervenantId, dureeMin, premierJour, heure });
    const row = await insertSerie(db, {
      agenceId: agence.id,
      clientId: place.client.id,
      adresseId: place.adresse.id,
      activiteId: activite.id,
      intervenantId,
      rrule: regleText(regle),
      premierJour,
      heure,
      dureeMin,
      finLe,
      exceptions: sortedDays(input.exceptions),
      joursFeries: input.jours_feries,
      instructions: input.instructions,
      derogation: input.derogation,
      dernierJour,
      creeLe: ctx.now,
      modifieLe: ctx.now,
    });
    const effet = noEffet();
    const au = shifted(civilDay(ctx.now, agence.fuseau), HORIZON_DAYS);
    const setting: Setting = { row, place, activite };
    const { changes, jusquau } = await fillSerie(db, ctx, setting, { au, effet });
    const { version } = await updateSerieRow(db, row.id, { genereeJusquau: jusquau }, ctx.now);
    await tell(db, ctx, "serie.creee", row.id);
    const data = {
      client_id: row.clientId,
      intervenant_id: intervenantId,
      type: activite.code,
      rrule: row.rrule,
      premier_jour: premierJour,
      heure,
      duree_min: dureeMin,
      creees: effet.creees,
      non_affectees: effet.non_affectees.length,
    };
    return {
      change: [{ objet: { type: "serie", id: row.id, version }, agenceId: agence.id, data }, ...changes],
      result: await answerSerie(db, ctx, scope, row.id, effet),
    };
  },
});

export const sortedDays = (days: readonly string[]) => [...new Set(days)].sort();
