import type { CodeRegle, Regle } from "@/lib/organisation/conventions/regle";
import type { Fait, JourTravail } from "./jour-travail";
import { amplitude, breaks, interruptions, nights } from "./mesures-jour";
import { consecutiveDays, sundays, weeklyMean, weeklyRest, weeklyWork } from "./mesures-semaine";
import { dailyRest } from "./repos";
import type { Travail } from "./travail";

type Measure = (travail: Travail, days: readonly JourTravail[], regle: Regle) => Fait[];

const measures: Record<CodeRegle, Measure> = {
  dailyMaxExceeded: (_travail, days) =>
    days
      .filter(({ vise, minutes }) => vise && minutes > 0)
      .map((day) => ({
        jour: day.jour,
        mesure: Math.round(day.minutes),
        visites: [...day.touche],
      })),
  weeklyMaxExceeded: weeklyWork,
  weeklyMeanExceeded: weeklyMean,
  dailyRestTooShort: dailyRest,
  weeklyRestTooShort: weeklyRest,
  amplitudeExceeded: amplitude,
  tooManyConsecutiveDays: consecutiveDays,
  breakMissing: breaks,
  tooManyInterruptions: (travail, days) => interruptions(travail, days, ({ length }) => length),
  longInterruptions: (travail, days) =>
    interruptions(travail, days, (gaps) => gaps.filter((minutes) => minutes > 120).length),
  interruptionsTotal: (travail, days) =>
    interruptions(travail, days, (gaps) => gaps.reduce((sum, one) => sum + one, 0)),
  sundayWork: sundays,
  holidayWork: ({ estFerie }, days) =>
    days
      .filter(({ vise, minutes, jour }) => vise && minutes > 0 && estFerie(jour))
      .map(({ jour, touche }) => ({ jour, mesure: 1, visites: [...touche] })),
  nightWork: nights,
};

/** What a rule measures in somebody's work, kept or not. */
export const facts = (regle: Regle, travail: Travail, days: readonly JourTravail[]): Fait[] =>
  measures[regle.code](travail, days, regle);
