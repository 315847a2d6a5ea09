import type { Planning } from "./schemas";

const encoder = new TextEncoder();

/** A week as an iCalendar object (RFC 5545), moments in UTC; `now` stamps it. No door code and no phone. */
export function toCalendar({ prestations }: Planning, now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Dihya//Plannings//FR",
    "CALSCALE:GREGORIAN",
    ...prestations.flatMap((visit) => [
      "BEGIN:VEVENT",
      `UID:prestation-${visit.id}@dihya`,
      `SEQUENCE:${visit.version}`,
      `DTSTAMP:${moment(now)}`,
      `DTSTART:${moment(new Date(visit.date))}`,
      `DTEND:${moment(new Date(visit.fin))}`,
      `SUMMARY:${escaped(`${visit.libelle} · ${visit.client.nom}`)}`,
      ...(visit.adresse ? [`LOCATION:${escaped(place(visit.adresse))}`] : []),
      ...position(visit.adresse),
      `STATUS:${visit.statut === "planifiee" ? "TENTATIVE" : "CONFIRMED"}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

type Lieu = NonNullable<Planning["prestations"][number]["adresse"]>;

const place = ({ voie, code_postal, commune }: Lieu) => `${voie}, ${code_postal} ${commune}`;

const position = (lieu: Lieu | null) =>
  lieu && lieu.latitude !== null && lieu.longitude !== null ? [`GEO:${lieu.latitude};${lieu.longitude}`] : [];

const moment = (instant: Date) => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, "\\n");

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
