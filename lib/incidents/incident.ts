import { parseAbsolute } from "@internationalized/date";
import type { etapesIncident, risquesIncident } from "@/db/states";

export type Etape = (typeof etapesIncident)[number];
type Facts = { constateLe: Date; nis2: boolean; risque: (typeof risquesIncident)[number] };
type Step = { type: Etape; faitLe: Date };

const HOUR_MS = 3_600_000;

/** What the law asks to be told, in order, with where it says so. */
export const delais = {
  alerte_precoce: "NIS2 art. 23(4)(a)",
  notification: "RGPD art. 33(1), NIS2 art. 23(4)(b)",
  personnes_informees: "RGPD art. 34",
  rapport_final: "NIS2 art. 23(4)(d)",
} as const;
export type NomDelai = keyof typeof delais;
export const nomsDelai = Object.keys(delais) as [NomDelai, ...NomDelai[]];

/** How long before the end of each clock its first reminder leaves; milliseconds. */
export const warnBefore: Record<NomDelai, number> = {
  alerte_precoce: 6 * HOUR_MS,
  notification: 24 * HOUR_MS,
  personnes_informees: 24 * HOUR_MS,
  rapport_final: 5 * 24 * HOUR_MS,
};

export const etatsDelai = ["non_requis", "a_faire", "bientot", "depasse", "fait", "fait_en_retard"] as const;
export type EtatDelai = (typeof etatsDelai)[number];
export type Delai = { nom: NomDelai; echeance: Date; faitLe: Date | null; etat: EtatDelai };

/**
 * The clocks of an incident: 24 hours and 72 hours after it was noticed, a month after the notification (or after its
 * deadline, while it was not sent). Persons are told "without undue delay": the 72 hours are taken as the latest.
 */
export function delaisOf(facts: Facts, steps: readonly Step[], now: Date): Delai[] {
  const first = (type: Etape) =>
    steps
      .filter((step) => step.type === type)
      .map(({ faitLe }) => faitLe)
      .sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const after = (hours: number) => new Date(facts.constateLe.getTime() + hours * HOUR_MS);
  const notified = first("notification");
  const ends: Record<NomDelai, Date> = {
    alerte_precoce: after(24),
    notification: after(72),
    personnes_informees: after(72),
    rapport_final: monthAfter(notified ?? after(72)),
  };
  return nomsDelai.map((nom) => {
    const faitLe = first(nom);
    const part = { nom, echeance: ends[nom], faitLe };
    return { ...part, etat: stateOf(part, isRequired(nom, facts), now) };
  });
}

function stateOf({ nom, echeance, faitLe }: Omit<Delai, "etat">, required: boolean, now: Date): EtatDelai {
  if (faitLe) return faitLe <= echeance ? "fait" : "fait_en_retard";
  if (!required) return "non_requis";
  if (now > echeance) return "depasse";
  return now.getTime() >= echeance.getTime() - warnBefore[nom] ? "bientot" : "a_faire";
}

function isRequired(nom: NomDelai, { nis2, risque }: Facts): boolean {
  if (nom === "notification") return nis2 || risque !== "aucun";
  if (nom === "personnes_informees") return risque === "eleve";
  return nis2;
}

/** What is required and not done yet. */
export const missing = (clocks: readonly Delai[]): Delai[] =>
  clocks.filter(({ etat }) => etat === "a_faire" || etat === "bientot" || etat === "depasse");

/** A civil month later, at the same time; UTC, since no zone of the product is more than a day away. */
const monthAfter = (instant: Date): Date =>
  parseAbsolute(instant.toISOString(), "UTC").add({ months: 1 }).toDate();
