import type { conventions, severitesRegle } from "@/db/states";

export type Convention = (typeof conventions)[number];
export type Severite = (typeof severitesRegle)[number];

/** Each rule is named as the refusal that it gives. */
export const codesRegle = [
  "dailyMaxExceeded",
  "weeklyMaxExceeded",
  "weeklyMeanExceeded",
  "dailyRestTooShort",
  "weeklyRestTooShort",
  "amplitudeExceeded",
  "tooManyConsecutiveDays",
  "breakMissing",
  "tooManyInterruptions",
  "longInterruptions",
  "interruptionsTotal",
  "sundayWork",
  "holidayWork",
  "nightWork",
] as const;
export type CodeRegle = (typeof codesRegle)[number];

export const unitesRegle = ["minutes", "jours", "fois"] as const;

/** A rule as it holds for somebody on a day. */
export type Regle = {
  code: CodeRegle;
  valeur: number;
  unite: (typeof unitesRegle)[number];
  /** `max`: no more than the value; `min`: no less. */
  sens: "max" | "min";
  severite: Severite;
  /** How far a written reason may go, where the agreement says so; null: the law lets nobody pass. */
  plafond: number | null;
  /** Where it is written. */
  article: string;
  /** In force from. */
  du: string;
};

/** Night of an agreement, minutes after local midnight: from the first to the second, over midnight. */
export type Nuit = { debutMin: number; finMin: number };

/** Rules, night and full time (minutes of a week) of an agreement on a day. */
export type JeuDeRegles = {
  convention: Convention;
  regles: readonly Regle[];
  nuit: Nuit;
  tempsPleinMin: number;
  /** Hours beyond a part-time contract at most, as a share of it in hundredths (L3123-28; L3123-20 by agreement). */
  complementairesCent: number;
};

/** Where an agency differs from the agreement, from a day on. */
export type Ecart = {
  code: CodeRegle;
  du: string;
  retour: boolean;
  valeur: number | null;
  severite: Severite | null;
};

/** Whether a value is at least as protective as another. */
export const protects = ({ sens }: Pick<Regle, "sens">, valeur: number, than: number): boolean =>
  sens === "max" ? valeur <= than : valeur >= than;
