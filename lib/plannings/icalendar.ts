import { parseDateTime, toZoned } from "@internationalized/date";
import { withOffset } from "@/lib/foundation/zoned";
import { vtimezone } from "./vtimezone";

/** One event. Instants are real ones; `fuseau` is the clock in which they are written. */
export type Entry = {
  uid: string;
  /** Grows with every change of the event. */
  sequence: number;
  /** When it last changed: the same event is the same text at every reading. */
  modifieLe: Date;
  debut: Date;
  fin: Date;
  fuseau: string;
  titre: string;
  /** BCP 47 tag of the words. */
  langue: string;
  description?: string;
  lieu?: {
    voie: string;
    code_postal: string;
    commune: string;
    latitude: number | null;
    longitude: number | null;
  };
  url?: string;
  statut: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
};

type Calendar = {
  langue: string;
  /** What calendar applications call it. */
  nom?: string;
  /** Clocks described in it, with the span [du, au) over which they must hold. */
  fuseaux: readonly string[];
  span: { du: Date; au: Date };
  /** How often an application should read it again (RFC 7986), e.g. `PT1H`. */
  refresh?: string;
  entries: readonly Entry[];
};

/** The same visit is the same event in every file of this installation. */
export const uidOf = (id: number, origin: string) => `prestation-${id}@${new URL(origin).hostname}`;

/** An iCalendar object (RFC 5545, 7986): local times under the agency's clock, lines of at most 75 octets. */
export function toIcalendar({ langue, nom, fuseaux, span, refresh, entries }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Dihya//Plannings//${langue.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    ...(nom ? [`NAME;LANGUAGE=${langue}:${escaped(nom)}`, `X-WR-CALNAME:${escaped(nom)}`] : []),
    ...(refresh ? [`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`, `X-PUBLISHED-TTL:${refresh}`] : []),
    ...fuseaux.flatMap((fuseau) => vtimezone(fuseau, span.du, span.au)),
    ...entries.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventLines(entry: Entry): string[] {
  const { lieu, langue } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${moment(entry.modifieLe)}`,
    `LAST-MODIFIED:${moment(entry.modifieLe)}`,
    `DTSTART${local(entry.debut, entry.fuseau)}`,
    `DTEND${local(entry.fin, entry.fuseau)}`,
    `SUMMARY;LANGUAGE=${langue}:${escaped(entry.titre)}`,
    ...(entry.description ? [`DESCRIPTION;LANGUAGE=${langue}:${escaped(entry.description)}`] : []),
    ...(lieu ? [`LOCATION:${escaped(`${lieu.voie}, ${lieu.code_postal} ${lieu.commune}`)}`] : []),
    ...(lieu && lieu.latitude !== null && lieu.longitude !== null
      ? [`GEO:${lieu.latitude};${lieu.longitude}`]
      : []),
    ...(entry.url ? [`URL:${entry.url}`] : []),
    "CLASS:PRIVATE",
    `STATUS:${entry.statut}`,
    `TRANSP:${entry.statut === "CANCELLED" ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ];
}

const compact = (text: string) => text.replaceAll(/[-:]/g, "");
const moment = (instant: Date) => `${compact(instant.toISOString().slice(0, 19))}Z`;

/** Local time; in UTC where the clock shows it twice: readers differ on which of the two is meant. */
function local(instant: Date, fuseau: string): string {
  if (isShownTwice(instant, fuseau)) return `:${moment(instant)}`;
  return `;TZID=${fuseau}:${compact(withOffset(instant, fuseau).slice(0, 19))}`;
}

const HOUR_MS = 3_600_000;

function isShownTwice(instant: Date, fuseau: string): boolean {
  const away = (hours: number) => new Date(instant.getTime() + hours * HOUR_MS);
  const offset = (at: Date) => withOffset(at, fuseau).slice(19);
  if (offset(away(-3)) === offset(away(3))) return false;
  const shown = parseDateTime(withOffset(instant, fuseau).slice(0, 19));
  return toZoned(shown, fuseau, "earlier").compare(toZoned(shown, fuseau, "later")) !== 0;
}

/** TEXT (§3.3.11): signs of the format escaped, control characters dropped. */
const escaped = (text: string) =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, "");

const encoder = new TextEncoder();

/** Lines of at most 75 octets, the next ones after a space; never inside a character (§3.1). */
function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > 75) {
      out += "\r\n ";
      octets = 1;
    }
    out += sign;
    octets += size;
  }
  return out;
}
