import type { Locale } from "@/lib/foundation/context";
import { formatDate, formatMoney, formatTime, formatTimeRange } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translate";
import type { Fait } from "@/lib/organisation/courriel/gabarit";
import type { Destinataire } from "./destinataires";
import type { Evenement } from "./store";

/** What a notice keeps of an event: ids and civil values only. */
export type Donnees = {
  reservation_id?: number;
  prestation_id?: number;
  facture_id?: number;
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
  const { reservation, prestation, facture, agence } = evenement;
  if (facture) {
    const { id, numero, totalTtc, devise } = facture;
    return { facture_id: id, numero: numero ?? "", total_ttc: totalTtc, devise };
  }
  return {
    ...(reservation ? { reservation_id: reservation.id } : {}),
    prestation_id: prestation?.id,
    date: (isRestored(evenement) ? reservation?.dateDemandee : prestation?.debut)?.toISOString(),
    fuseau: agence.fuseau,
  };
}

/** The facts of an e-mail in the reader's language. A client's name goes to the team only. */
export function faitsOf(
  evenement: Evenement,
  { lecteur, langue }: Destinataire,
): Partial<Record<Fait, string>> {
  const { facture, prestation, activite, intervenant, client, agence, reservation } = evenement;
  const language = { locale: langue, region: agence.pays };
  if (facture) {
    return {
      numero: facture.numero ?? "",
      montant: formatMoney(facture.totalTtc, facture.devise, language),
      ...(facture.echeance ? { echeance: formatDate(facture.echeance, { ...language, style: "long" }) } : {}),
    };
  }
  if (!prestation) return {};
  const zoned = { ...language, timeZone: agence.fuseau };
  const day = (at: Date) => formatDate(at, { ...zoned, style: "full" });
  const asked = reservation && isRestored(evenement) ? reservation.dateDemandee : undefined;
  const quand = asked
    ? `${day(asked)}, ${formatTime(asked, zoned)}`
    : `${day(prestation.debut)}, ${formatTimeRange(prestation.debut, prestation.fin, zoned)}`;
  const motif = reservation?.motif || prestation.annulationMotif;
  return {
    service: activite?.libelles[langue],
    quand,
    ...(intervenant && !asked ? { intervenant: intervenant.prenom } : {}),
    ...(lecteur === "equipe" ? { client: `${client.prenom} ${client.nom}` } : {}),
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
  const { date, fuseau = DEFAULT_ZONE, numero = "", total_ttc = 0, devise = "EUR" } = donnees;
  const instant = date ? new Date(date) : undefined;
  const zoned = { locale, timeZone: fuseau };
  return t(t.has(key) ? key : "types.other", {
    reader: isClient ? "client" : "other",
    day: instant ? formatDate(instant, { ...zoned, style: "weekdayDayMonth" }) : "",
    time: instant ? formatTime(instant, zoned) : "",
    number: numero,
    amount: formatMoney(total_ttc, devise, { locale }),
  });
}
