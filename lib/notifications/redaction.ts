import type { Locale } from "@/lib/foundation/context";
import { instantOf, startOfDay } from "@/lib/foundation/zoned";
import { formatDate, formatMoney, formatTime, formatTimeRange } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translate";
import type { Fait } from "@/lib/organisation/courriel/gabarit";
import type { Destinataire } from "./destinataires";
import type { Evenement } from "./evenement-store";

/** What a notice keeps of an event: ids and civil values only. */
export type Donnees = {
  reservation_id?: number;
  serie_id?: number;
  publication_id?: number;
  semaine?: string;
  prestation_id?: number;
  facture_id?: number;
  devis_id?: number;
  absence_id?: number;
  intervenant_id?: number;
  avis_id?: number;
  demande_id?: number;
  incident_id?: number;
  /** Of a review, 1 to 5. */
  note?: number;
  /** Instant of the visit, ISO 8601. */
  date?: string;
  fuseau?: string;
  numero?: string;
  /** Cents. */
  total_ttc?: number;
  devise?: string;
};

/** A request not granted whose visit went back where it was confirmed before: it stands, at another time. */
export const isRestored = ({ reservation, prestation }: Evenement): boolean =>
  (reservation?.statut === "refusee" || reservation?.statut === "expiree") &&
  prestation?.statut !== "annulee";

export function donneesOf(evenement: Evenement): Donnees {
  const { reservation, prestation, facture, devis, absence, avis, demande, agence } = evenement;
  if (demande) {
    const fuseau = agence?.fuseau ?? DEFAULT_ZONE;
    return { demande_id: demande.id, date: startOfDay(demande.echeance, fuseau).toISOString(), fuseau };
  }
  if (devis) {
    const { id, numero, totalTtc, devise } = devis;
    return { devis_id: id, numero: numero ?? "", total_ttc: totalTtc, devise };
  }
  if (facture) {
    const { id, numero, totalTtc, devise } = facture;
    return { facture_id: id, numero: numero ?? "", total_ttc: totalTtc, devise };
  }
  if (absence) {
    const { id, intervenantId, debut } = absence;
    return {
      absence_id: id,
      intervenant_id: intervenantId,
      date: debut.toISOString(),
      fuseau: agence?.fuseau,
    };
  }
  if (evenement.publication && agence) {
    const { id, semaine, du } = evenement.publication;
    const date = startOfDay(du, agence.fuseau).toISOString();
    return { publication_id: id, semaine, date, fuseau: agence.fuseau };
  }
  if (!prestation) return evenement.serie && agence ? donneesOfSerie(evenement.serie, agence.fuseau) : {};
  return {
    ...(evenement.serie ? { serie_id: evenement.serie.id } : {}),
    ...(reservation ? { reservation_id: reservation.id } : {}),
    ...(avis ? { avis_id: avis.id, note: avis.note } : {}),
    prestation_id: prestation.id,
    date: (isRestored(evenement) && reservation ? reservation.dateDemandee : prestation.debut).toISOString(),
    fuseau: agence?.fuseau,
  };
}

/** A series of which no visit is planned yet: where its rule begins. */
function donneesOfSerie(serie: NonNullable<Evenement["serie"]>, fuseau: string): Donnees {
  const date = instantOf(`${serie.premierJour}T${serie.heure}`, fuseau, "date").toISOString();
  return { serie_id: serie.id, date, fuseau };
}

type Facts = Partial<Record<Fait, string>>;
type Language = { locale: Locale; region?: string };

/** The facts of an e-mail in the reader's language. A client's name goes to the team only. */
export function faitsOf(evenement: Evenement, { lecteur, langue }: Destinataire): Facts {
  const { facture, devis, prestation, absence, demande, client, agence } = evenement;
  const language = { locale: langue, region: agence?.pays };
  const who = lecteur === "equipe" && client ? { client: `${client.prenom} ${client.nom}` } : {};
  if (demande) return { ...factsOfRequest(demande, language), ...who };
  if (facture) return { ...factsOfInvoice(facture, language), ...who };
  if (devis) return { ...factsOfQuote(devis, language), ...who };
  if (absence && agence) return { quand: daysOf(absence, agence.fuseau, language) };
  if (!prestation || !agence) return {};
  return { ...factsOfVisit(evenement, prestation, { ...language, timeZone: agence.fuseau }), ...who };
}

function factsOfRequest(demande: NonNullable<Evenement["demande"]>, language: Language): Facts {
  const t = translator(language.locale, "rgpd") as (key: string) => string;
  const motif = demande.motifRefus || demande.prolongationMotif;
  // Which fields, never their values: an e-mail goes where anybody may read it.
  const corrected = demande.statut === "close" ? Object.keys(demande.changements?.voulu ?? {}) : [];
  return {
    droit: t(`types.${demande.type}`),
    ...(corrected.length > 0 ? { corrige: corrected.map((champ) => t(`fields.${champ}`)).join(" · ") } : {}),
    ...(demande.closeLe ? {} : { limite: formatDate(demande.echeance, { ...language, style: "long" }) }),
    ...(motif ? { motif } : {}),
  };
}

function factsOfQuote(devis: NonNullable<Evenement["devis"]>, language: Language): Facts {
  return {
    numero: devis.numero ?? "",
    montant: formatMoney(devis.totalTtc, devis.devise, language),
    validite: formatDate(devis.valideJusquau, { ...language, style: "long" }),
  };
}

function factsOfInvoice(facture: NonNullable<Evenement["facture"]>, language: Language): Facts {
  return {
    numero: facture.numero ?? "",
    montant: formatMoney(facture.totalTtc - facture.credite - facture.paye, facture.devise, language),
    ...(facture.motif ? { motif: facture.motif } : {}),
    ...(facture.echeance && facture.type === "facture"
      ? { echeance: formatDate(facture.echeance, { ...language, style: "long" }) }
      : {}),
  };
}

/** First and last day of an absence; its end is the instant after it. */
function daysOf({ debut, fin }: { debut: Date; fin: Date }, timeZone: string, language: Language): string {
  const day = (at: Date) => formatDate(at, { ...language, timeZone, style: "long" });
  const [first, last] = [day(debut), day(new Date(fin.getTime() - 1))];
  return first === last ? first : `${first} – ${last}`;
}

function factsOfVisit(
  evenement: Evenement,
  prestation: NonNullable<Evenement["prestation"]>,
  zoned: Language & { timeZone: string },
): Facts {
  const { activite, intervenant, reservation, avis } = evenement;
  const day = (at: Date) => formatDate(at, { ...zoned, style: "full" });
  const comma = zoned.locale === "ar" ? "\u060c " : ", ";
  const asked = reservation && isRestored(evenement) ? reservation.dateDemandee : undefined;
  const quand = asked
    ? `${day(asked)}${comma}${formatTime(asked, zoned)}`
    : `${day(prestation.debut)}${comma}${formatTimeRange(prestation.debut, prestation.fin, zoned)}`;
  const motif = avis?.motifRefus || reservation?.motif || prestation.annulationMotif;
  return {
    service: activite?.libelles[zoned.locale],
    quand,
    ...(intervenant && !asked ? { intervenant: intervenant.prenom } : {}),
    ...(avis ? { note: `${avis.note} / 5` } : {}),
    ...(motif ? { motif } : {}),
  };
}

const DEFAULT_ZONE = "Europe/Paris";

/** The sentence of a notice. `isClient`: some events read differently for the one who asked. */
export function sentenceOf(type: string, donnees: Donnees, locale: Locale, isClient: boolean): string {
  const t = translator(locale, "notifications") as unknown as {
    (key: string, values: Record<string, string>): string;
    has(key: string): boolean;
  };
  const key = `types.${type}`;
  const { date, fuseau = DEFAULT_ZONE, numero = "", total_ttc = 0, devise = "EUR", note = 0 } = donnees;
  const instant = date ? new Date(date) : undefined;
  const zoned = { locale, timeZone: fuseau };
  return t(t.has(key) ? key : "types.other", {
    reader: isClient ? "client" : "other",
    day: instant ? formatDate(instant, { ...zoned, style: "weekdayDayMonth" }) : "",
    time: instant ? formatTime(instant, zoned) : "",
    number: numero,
    amount: formatMoney(total_ttc, devise, { locale }),
    rating: note > 0 ? `${note}/5` : "",
  });
}
