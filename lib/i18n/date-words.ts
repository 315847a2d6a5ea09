import type { Locale } from "./locales";

/** The words dates are written with. Own tables: browsers have none for Kabyle, and versions differ on Arabic. */
export interface DateWords {
  /** January first. */
  months: readonly string[];
  monthsShort: readonly string[];
  /** Sunday first, like `Date.getUTCDay()`. */
  weekdays: readonly string[];
  weekdaysShort: readonly string[];
  yesterday: string;
  today: string;
  tomorrow: string;
  /** After an end time that falls on the day after the start. */
  nextDay: string;
  /** Between a date and a time. */
  at: string;
}

const split = (words: string): string[] => words.split(" ");

const fr: DateWords = {
  months: split("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
  monthsShort: split("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
  weekdays: split("dimanche lundi mardi mercredi jeudi vendredi samedi"),
  weekdaysShort: split("dim. lun. mar. mer. jeu. ven. sam."),
  yesterday: "hier",
  today: "aujourd’hui",
  tomorrow: "demain",
  nextDay: "lendemain",
  at: " à ",
};

const en: DateWords = {
  months: split("January February March April May June July August September October November December"),
  monthsShort: split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  weekdays: split("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
  weekdaysShort: split("Sun Mon Tue Wed Thu Fri Sat"),
  yesterday: "yesterday",
  today: "today",
  tomorrow: "tomorrow",
  nextDay: "next day",
  at: " at ",
};

const arMonthsAlgeria = split("جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر");
const arMonthsMorocco = split("يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر");
const arWeekdays = split("الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت");

const arAlgeria: DateWords = {
  months: arMonthsAlgeria,
  monthsShort: arMonthsAlgeria,
  weekdays: arWeekdays,
  weekdaysShort: arWeekdays,
  yesterday: "أمس",
  today: "اليوم",
  tomorrow: "غدا",
  nextDay: "اليوم الموالي",
  at: " على الساعة ",
};

const arMorocco: DateWords = { ...arAlgeria, months: arMonthsMorocco, monthsShort: arMonthsMorocco };

// CLDR 48 `kab`, with the spelling Duǧembeṛ; months and days keep their capital.
const tzm: DateWords = {
  months: split("Yennayer Fuṛar Meɣres Yebrir Mayyu Yunyu Yulyu Ɣuct Ctembeṛ Tubeṛ Nunembeṛ Duǧembeṛ"),
  monthsShort: split("Yen Fur Meɣ Yeb May Yun Yul Ɣuc Cte Tub Nun Duǧ"),
  weekdays: split("Acer Arim Aram Ahad Amhad Sem Sed"),
  weekdaysShort: split("Ace Ari Ara Aha Amh Sem Sed"),
  yesterday: "Iḍelli",
  today: "Ass-a",
  tomorrow: "Azekka",
  nextDay: "azekka-nni",
  at: ", ",
};

/** Arabic months are Moroccan in Morocco and French-derived elsewhere (Algeria, Tunisia, readers in France). */
export function dateWords(locale: Locale, region?: string): DateWords {
  if (locale === "ar") return region === "MA" ? arMorocco : arAlgeria;
  return { fr, en, tzm }[locale];
}

interface DurationWords {
  /** Short form: "1 h 30" in Latin script. */
  hour: string;
  minute: string;
  hours: (count: number) => string;
  minutes: (count: number) => string;
  and: string;
}

const counted = (one: string, other: string) => (count: number) => `${count}\u00a0${count < 2 ? one : other}`;

/** Arabic counts: one and two are words without a digit, 3–10 take the plural, 11 and more the singular. */
function arabicCount(one: string, two: string, few: string, many: string): (count: number) => string {
  return (count) => {
    if (count === 1) return one;
    if (count === 2) return two;
    const rest = count % 100;
    return `${count}\u00a0${rest >= 3 && rest <= 10 ? few : many}`;
  };
}

export const durationWords: Record<Locale, DurationWords> = {
  fr: {
    hour: "h",
    minute: "min",
    hours: counted("heure", "heures"),
    minutes: counted("minute", "minutes"),
    and: " ",
  },
  en: {
    hour: "h",
    minute: "min",
    hours: (count) => `${count}\u00a0${count === 1 ? "hour" : "hours"}`,
    minutes: (count) => `${count}\u00a0${count === 1 ? "minute" : "minutes"}`,
    and: " ",
  },
  ar: {
    hour: "سا",
    minute: "د",
    hours: arabicCount("ساعة واحدة", "ساعتان", "ساعات", "ساعة"),
    minutes: arabicCount("دقيقة واحدة", "دقيقتان", "دقائق", "دقيقة"),
    and: " و",
  },
  tzm: {
    hour: "h",
    minute: "min",
    hours: counted("n usrag", "n yesragen"),
    minutes: counted("n tesdidt", "n tesdidin"),
    and: " d ",
  },
};
