import { query } from "@/lib/foundation/operation";
import { instantOf, withOffset } from "@/lib/foundation/zoned";
import { findPlace } from "@/lib/prestations/place-prestation";
import { occurrencesOf } from "./occurrences";
import { ferieWords, regleWords } from "./phrases";
import { readRegle } from "./recurrence";
import { regleText, shifted } from "./regle";
import { type Apercu, seriePreview } from "./schemas";

/** The farthest that a preview looks. */
const MOST_DAYS = 3 * 366;

/**
 * The first days of a series before it is saved, those left out included with their holiday. Throws `clientUnknown`,
 * `clientErased`, or `validation` on the rule.
 */
export const previewSerie = query({
  name: "serie.preview",
  input: seriePreview,
  run: async ({ db, input, ctx, scope }): Promise<Apercu> => {
    const { agence, adresse } = await findPlace(db, scope, input.client_id, input.adresse_id);
    const { heure, premier_jour: premierJour, fin_le: finLe = null, rrule } = input;
    const { fuseau: zone } = agence;
    const { regle, dernierJour } = readRegle({ rrule, premierJour, heure, finLe, zone });
    const recurrence = {
      regle,
      premierJour,
      finLe,
      exceptions: input.exceptions,
      joursFeries: input.jours_feries,
      arreteeDu: null,
    };
    const span = { du: premierJour, au: shifted(premierJour, MOST_DAYS) };
    const days = occurrencesOf(recurrence, adresse, span).slice(0, input.nombre);
    return {
      en_clair: regleWords(ctx.locale, { regle, premierJour, heure, finLe }),
      rrule: regleText(regle),
      fuseau: zone,
      dernier_jour: dernierJour,
      results: days.map(({ jour, date, ferie }) => ({
        jour,
        date: date === null ? null : withOffset(instantOf(`${date}T${heure}`, zone, "heure"), zone),
        ferie: ferie && ferieWords(ctx.locale, ferie),
      })),
    };
  },
});
