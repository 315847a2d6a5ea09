import { fromDate } from "@internationalized/date";
import { type DateWords, dateWords, durationWords } from "./date-words";
import type { Locale } from "./locales";
import { currencyOf, leftToRight, nbsp, numberSigns, withSeparators } from "./number-signs";

export type DateStyle =
  | "full"
  | "long"
  | "medium"
  | "short"
  | "monthYear"
  | "weekday"
  | "dayMonth"
  | "weekdayDayMonth"
  | "weekdayDay";

/** Language of the text, and country (ISO 3166, as in `agence.pays`) for its habits; France when absent. */
export interface Language {
  locale: Locale;
  region?: string;
}

/** An instant is read in an explicit IANA zone; there is no default, on purpose. */
export interface Zoned extends Language {
  timeZone: string;
}

interface Day {
  year: number;
  month: number;
  day: number;
  weekday: number;
  /** Days since 1970-01-01, to compare days. */
  number: number;
}

/**
 * A date in words. `value` is an instant, read in `timeZone`, or a civil date 'YYYY-MM-DD', which needs no zone.
 * Same text on the server and in every browser. Throws RangeError for any other string.
 */
export function formatDate(
  value: string,
  options: Language & { timeZone?: string; style?: DateStyle },
): string;
export function formatDate(value: Date | string, options: Zoned & { style?: DateStyle }): string;
export function formatDate(
  value: Date | string,
  options: Language & { timeZone?: string; style?: DateStyle },
): string {
  const words = dateWords(options.locale, options.region);
  return dayInStyle(dayOf(value, options.timeZone), options.style ?? "long", words, options.locale);
}

function dayInStyle(on: Day, style: DateStyle, words: DateWords, locale: Locale): string {
  const day = locale === "fr" && on.day === 1 ? "1er" : String(on.day);
  const month = words.months[on.month - 1];
  const weekday = words.weekdays[on.weekday];
  switch (style) {
    case "full":
      return `${weekday} ${day} ${month} ${on.year}`;
    case "long":
      return `${day} ${month} ${on.year}`;
    case "medium":
      return `${day} ${words.monthsShort[on.month - 1]} ${on.year}`;
    case "short":
      return `${twoDigits(on.day)}/${twoDigits(on.month)}/${on.year}`;
    case "monthYear":
      return `${month} ${on.year}`;
    case "weekday":
      return weekday ?? "";
    case "dayMonth":
      return `${day} ${month}`;
    case "weekdayDayMonth":
      return `${weekday} ${day} ${month}`;
    case "weekdayDay":
      return `${words.weekdaysShort[on.weekday]} ${on.day}`;
  }
}

/** The time on the clock of `timeZone`, 00:00–23:59 in every language. */
export function formatTime(value: Date, options: Zoned): string {
  const local = fromDate(value, options.timeZone);
  return `${twoDigits(local.hour)}:${twoDigits(local.minute)}`;
}

/** "09:00–11:00"; says so when the end falls on the next day, and writes both dates when later still. */
export function formatTimeRange(start: Date, end: Date, options: Zoned): string {
  const days = dayOf(end, options.timeZone).number - dayOf(start, options.timeZone).number;
  const from = formatTime(start, options);
  const to = formatTime(end, options);
  if (days > 1) {
    return `${formatDateTime(start, { ...options, style: "medium" })} – ${formatDateTime(end, { ...options, style: "medium" })}`;
  }
  const range = leftToRight(options.locale, `${from}–${to}`);
  const atMidnight = days === 1 && to === "00:00";
  return days === 1 && !atMidnight ? `${range} (${dateWords(options.locale).nextDay})` : range;
}

export function formatDateTime(
  value: Date,
  options: Zoned & { style?: "full" | "long" | "medium" | "short" },
): string {
  const style = options.style ?? "long";
  const at = {
    full: dateWords(options.locale).at,
    long: dateWords(options.locale).at,
    medium: ", ",
    short: " ",
  }[style];
  const joint = options.locale === "ar" && style === "medium" ? "، " : at;
  return `${formatDate(value, { ...options, style })}${joint}${formatTime(value, options)}`;
}

/** `now` is given, never read from the clock, so that server and browser agree. */
export interface Relative extends Zoned {
  now: Date;
  /** First letter as at the start of a sentence. */
  capitalised?: boolean;
}

/** Yesterday, today, tomorrow, then the weekday for the next six days, then the date (with its year if another). */
export function formatRelativeDay(value: Date | string, options: Relative): string {
  const text = relativeDay(dayOf(value, options.timeZone), dayOf(options.now, options.timeZone), options);
  return options.capitalised ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function relativeDay(on: Day, today: Day, options: Relative): string {
  const words = dateWords(options.locale, options.region);
  const distance = on.number - today.number;
  if (distance === -1) return words.yesterday;
  if (distance === 0) return words.today;
  if (distance === 1) return words.tomorrow;
  if (distance > 1 && distance < 7) return dayInStyle(on, "weekday", words, options.locale);
  return dayInStyle(on, on.year === today.year ? "weekdayDayMonth" : "full", words, options.locale);
}

/** "demain, 09:00–11:00", or "demain, 09:00" without an end. */
export function formatRelativeRange(start: Date, end: Date | undefined, options: Relative): string {
  const comma = options.locale === "ar" ? "، " : ", ";
  const hours = end ? formatTimeRange(start, end, options) : formatTime(start, options);
  return `${formatRelativeDay(start, options)}${comma}${hours}`;
}

/**
 * An amount of money, always to the last minor unit. `cents` is a whole number of minor units of `devise`
 * (ISO 4217: cents, centimes; millimes for TND). Throws RangeError for a fraction.
 */
export function formatMoney(cents: number, devise: string, options: Language): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`Not a whole number of minor units: ${cents}`);
  const { locale, region } = options;
  const currency = currencyOf(devise);
  const digits = String(Math.abs(cents)).padStart(currency.decimals + 1, "0");
  const plain = `${digits.slice(0, -currency.decimals)}.${digits.slice(-currency.decimals)}`;
  const amount = withSeparators(plain, numberSigns(locale, region));
  const sign = cents < 0 ? "-" : "";
  if (locale === "en") {
    const space = /^[A-Z]/.test(currency.english) ? nbsp : "";
    return `${sign}${currency.english}${space}${amount}`;
  }
  return leftToRight(locale, `${sign}${amount}${nbsp}${locale === "ar" ? currency.arabic : currency.latin}`);
}

/** A number with the language's separators; `decimals` fixes the digits after the point. */
export function formatNumber(value: number, options: Language & { decimals?: number }): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
  const size = Math.abs(value);
  const plain = options.decimals === undefined ? String(size) : size.toFixed(options.decimals);
  const text = withSeparators(plain, numberSigns(options.locale, options.region));
  return value < 0 ? leftToRight(options.locale, `-${text}`) : text;
}

/** A rate given in basis points (1/100 of a percent): 550 is 5,5 %. */
export function formatPercent(basisPoints: number, options: Language): string {
  const signs = numberSigns(options.locale, options.region);
  const plain = String(Number((Math.abs(basisPoints) / 100).toFixed(2)));
  const sign = basisPoints < 0 ? "-" : "";
  return leftToRight(options.locale, `${sign}${withSeparators(plain, signs)}${signs.percent}`);
}

/** A duration in whole minutes: "1 h 30", or "1 heure 30 minutes" with `style: "words"`. */
export function formatHours(minutes: number, options: Language & { style?: "short" | "words" }): string {
  if (!Number.isFinite(minutes)) throw new RangeError(`Not a duration: ${minutes}`);
  const total = Math.round(Math.abs(minutes));
  const hours = Math.floor(total / 60);
  const rest = total % 60;
  const words = durationWords[options.locale];
  const sign = minutes < 0 && total > 0 ? "-" : "";
  if (options.style === "words") {
    const parts = [hours > 0 ? words.hours(hours) : "", rest > 0 || hours === 0 ? words.minutes(rest) : ""];
    return sign + parts.filter(Boolean).join(words.and);
  }
  if (hours === 0) return `${sign}${rest}${nbsp}${words.minute}`;
  const shortMinutes = options.locale === "fr" ? twoDigits(rest) : `${rest}${nbsp}${words.minute}`;
  return `${sign}${hours}${nbsp}${words.hour}${rest > 0 ? nbsp + shortMinutes : ""}`;
}

/** "a, b et c". */
export function formatList(items: readonly string[], options: Language): string {
  const last = { fr: " et ", en: " and ", ar: " و", tzm: " akked " }[options.locale];
  const comma = options.locale === "ar" ? "، " : ", ";
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(comma)}${last}${items.at(-1)}`;
}

/** First day of the week, 0 Sunday … 6 Saturday, by country (a language alone says Monday). Algeria: Saturday. */
export function weekStart(localeOrCountry: string): 1 | 6 {
  return localeOrCountry === "DZ" ? 6 : 1;
}

const dayMs = 86_400_000;

function dayOf(value: Date | string, timeZone?: string): Day {
  const { year, month, day } = typeof value === "string" ? civilParts(value) : zonedParts(value, timeZone);
  const midnight = Date.UTC(year, month - 1, day);
  return { year, month, day, weekday: new Date(midnight).getUTCDay(), number: midnight / dayMs };
}

function zonedParts(value: Date, timeZone?: string): { year: number; month: number; day: number } {
  if (!timeZone) throw new RangeError("An instant needs an explicit time zone");
  return fromDate(value, timeZone);
}

function civilParts(value: string): { year: number; month: number; day: number } {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!found) throw new RangeError(`Not a civil date (YYYY-MM-DD): ${value}`);
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
