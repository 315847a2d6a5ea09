import type { CodeRegle, Convention, JeuDeRegles, Regle } from "./regle";

type Line = Omit<Regle, "code" | "unite" | "sens">;
type Lines = Partial<Record<CodeRegle, readonly Line[]>>;
type Sheet = Omit<JeuDeRegles, "convention" | "regles"> & { lignes: Lines };

const kinds: Record<CodeRegle, Pick<Regle, "unite" | "sens">> = {
  dailyMaxExceeded: { unite: "minutes", sens: "max" },
  weeklyMaxExceeded: { unite: "minutes", sens: "max" },
  weeklyMeanExceeded: { unite: "minutes", sens: "max" },
  dailyRestTooShort: { unite: "minutes", sens: "min" },
  weeklyRestTooShort: { unite: "minutes", sens: "min" },
  amplitudeExceeded: { unite: "minutes", sens: "max" },
  tooManyConsecutiveDays: { unite: "jours", sens: "max" },
  breakMissing: { unite: "minutes", sens: "max" },
  tooManyInterruptions: { unite: "fois", sens: "max" },
  longInterruptions: { unite: "fois", sens: "max" },
  interruptionsTotal: { unite: "minutes", sens: "max" },
  sundayWork: { unite: "fois", sens: "max" },
  holidayWork: { unite: "fois", sens: "max" },
  nightWork: { unite: "minutes", sens: "max" },
};

const line =
  (du: string) =>
  (valeur: number, severite: Line["severite"], article: string, plafond: number | null = null): Line[] => [
    { valeur, severite, article, plafond, du },
  ];

/** The Code du travail as numbered since the law of 8 August 2016. */
const code = line("2016-08-10");
const sap = line("2014-11-01");
const bad = line("2012-01-01");
const menage = line("2022-01-01");

const shared: Lines = {
  dailyMaxExceeded: code(600, "block", "Code du travail, L3121-18"),
  weeklyMaxExceeded: code(2880, "block", "Code du travail, L3121-20"),
  weeklyMeanExceeded: code(2640, "block", "Code du travail, L3121-22"),
  dailyRestTooShort: code(660, "block", "Code du travail, L3131-1"),
  weeklyRestTooShort: code(2100, "block", "Code du travail, L3132-2"),
  amplitudeExceeded: code(780, "block", "Code du travail, L3131-1"),
  // The Code counts days of a week, which the weekly rest holds: more in a row over two weeks is told, not refused.
  tooManyConsecutiveDays: code(6, "warn", "Code du travail, L3132-1"),
  breakMissing: code(360, "warn", "Code du travail, L3121-16"),
  tooManyInterruptions: code(1, "warn", "Code du travail, L3123-30"),
  longInterruptions: code(0, "warn", "Code du travail, L3123-30"),
  sundayWork: code(0, "warn", "Code du travail, L3132-3 et R3132-5"),
  holidayWork: code(0, "warn", "Code du travail, L3133-4 à L3133-6"),
  nightWork: code(480, "warn", "Code du travail, L3122-6"),
};
const { longInterruptions: _noOwnLimit, ...sharedOfBad } = shared;

const sheets: Record<Convention, Sheet> = {
  droit_commun: {
    nuit: { debutMin: 1260, finMin: 360 },
    tempsPleinMin: 2100,
    complementairesCent: 10,
    lignes: shared,
  },
  idcc_3127: {
    nuit: { debutMin: 1320, finMin: 420 },
    tempsPleinMin: 2100,
    complementairesCent: 33,
    lignes: {
      ...shared,
      // Up to 12 hours on 70 days a year.
      dailyMaxExceeded: sap(600, "block", "IDCC 3127, durée du travail ; Code du travail, L3121-19", 720),
      // Up to 13 hours with fragile people.
      amplitudeExceeded: sap(720, "block", "IDCC 3127, amplitude", 780),
      tooManyInterruptions: sap(4, "warn", "IDCC 3127, interruptions"),
      longInterruptions: sap(2, "warn", "IDCC 3127, interruptions"),
      sundayWork: sap(2, "warn", "IDCC 3127, travail du dimanche"),
      holidayWork: sap(0, "warn", "IDCC 3127, jours fériés ; Code du travail, L3133-4 à L3133-6"),
      nightWork: sap(600, "warn", "IDCC 3127, travail de nuit"),
    },
  },
  idcc_2941: {
    nuit: { debutMin: 1320, finMin: 420 },
    tempsPleinMin: 2100,
    complementairesCent: 33,
    lignes: {
      ...sharedOfBad,
      // 13 hours on seven days a month.
      amplitudeExceeded: bad(720, "block", "IDCC 2941, amplitude", 780),
      tooManyConsecutiveDays: bad(6, "block", "IDCC 2941, repos hebdomadaire"),
      tooManyInterruptions: bad(3, "warn", "IDCC 2941, interruptions du temps partiel"),
      interruptionsTotal: bad(300, "warn", "IDCC 2941, interruptions du temps partiel"),
      sundayWork: bad(2, "warn", "IDCC 2941, travail du dimanche"),
      holidayWork: bad(0, "warn", "IDCC 2941, jours fériés ; Code du travail, L3133-4 à L3133-6"),
      nightWork: bad(600, "warn", "IDCC 2941, travail de nuit"),
    },
  },
  // The client is the employer: the Code's own maxima do not apply, the agreement's do (L7221-2).
  idcc_3239: {
    nuit: { debutMin: 1320, finMin: 420 },
    tempsPleinMin: 2400,
    complementairesCent: 33,
    lignes: {
      weeklyMaxExceeded: menage(3000, "block", "IDCC 3239, durée maximale"),
      weeklyMeanExceeded: menage(2880, "block", "IDCC 3239, durée maximale"),
      dailyRestTooShort: menage(660, "block", "IDCC 3239, repos quotidien"),
      weeklyRestTooShort: menage(2100, "block", "IDCC 3239, repos hebdomadaire"),
      tooManyConsecutiveDays: menage(6, "warn", "IDCC 3239, repos hebdomadaire"),
      sundayWork: menage(0, "warn", "IDCC 3239, repos hebdomadaire"),
      holidayWork: menage(0, "warn", "IDCC 3239, jours fériés"),
      nightWork: menage(720, "warn", "IDCC 3239, présence de nuit"),
    },
  },
};

/** The agreement's own rules on a day: of several in a row the one in force then, the first before it began. */
export function catalogueOn(convention: Convention, jour: string): JeuDeRegles {
  const { lignes, ...rest } = sheets[convention];
  const regles = Object.entries(lignes).flatMap(([code, lines]): Regle[] => {
    const found = lines.findLast(({ du }) => du <= jour) ?? lines[0];
    return found ? [{ code: code as CodeRegle, ...kinds[code as CodeRegle], ...found }] : [];
  });
  return { convention, regles, ...rest };
}
