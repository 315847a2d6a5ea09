import { parseDate } from "@internationalized/date";
import { civilDay } from "@/lib/foundation/zoned";
import { regles, SURSIS_JOURS } from "./conservation/regles";
import type { Held } from "./kept-store";
import { accountingUntil, motifs } from "./retention";
import type { Kept } from "./schemas-kept";

type Line = Kept["conserve"][number];
type End = Pick<Line, "fin" | "jusqu_au" | "annees">;

/** The law behind each reason; sentences in messages, `rgpd.kept.why`. */
const laws: Record<Line["motif"], string> = {
  ...motifs,
  paie: regles.intervenants.reference,
  candidature: regles.candidats.reference,
  pointage: regles.lieux.reference,
};

const nameless: End = { fin: "sans_nom", jusqu_au: null, annees: null };
const until = (day: string): End => ({ fin: "date", jusqu_au: day, annees: null });

/** Which rule takes the file away: somebody who never made a visit and is gone was an applicant. */
const ruleOf = ({ actif, prestations }: Held) =>
  !actif && prestations === 0 ? regles.candidats : regles.intervenants;

/** What stays when an intervenant asks to be erased, until when and by which law (GDPR art. 17(3)(b) and (e)). */
export function keptOf(
  held: Held,
  fuseau: string,
): Pick<Kept, "actif" | "depuis" | "efface_le" | "conserve"> {
  const { actif } = held;
  const rule = ruleOf(held);
  const years = rule.duree.nombre;
  const depuis = actif ? null : civilDay(held.le, fuseau);
  const over = depuis ? parseDate(depuis).add({ years }) : null;
  const file: End = over ? until(over.toString()) : { fin: "depart", jusqu_au: null, annees: years };
  const place = held.dernier_lieu && parseDate(civilDay(held.dernier_lieu, fuseau));
  const places = place ? until(place.add({ months: regles.lieux.duree.nombre }).toString()) : nameless;
  const invoice = held.derniere_facture;
  const register: End = { fin: "reponse", jusqu_au: null, annees: regles.demandes.duree.nombre };
  const isApplicant = rule === regles.candidats;
  const line = (quoi: Line["quoi"], nombre: number, end: End, motif: Line["motif"]): Line => ({
    quoi,
    nombre,
    ...end,
    motif,
    reference: laws[motif],
  });
  const all: Line[] = [
    line("identite", 1, file, isApplicant ? "candidature" : "paie"),
    line("contrats", held.contrats, file, "preuve"),
    line("heures", held.prestations, nameless, "temps_travail"),
    line("lieux", held.lieux, places, "pointage"),
    line("factures", held.factures, invoice ? until(accountingUntil(invoice)) : nameless, "comptabilite"),
    line("registre", held.demandes, register, "preuve"),
    line("journal", 1, nameless, "journal"),
  ];
  return {
    actif,
    depuis,
    efface_le: over ? over.add({ days: SURSIS_JOURS }).toString() : null,
    conserve: all.filter(({ nombre }) => nombre > 0),
  };
}
