import ICAL from "ical.js";
import { expect, test } from "vitest";
import { newTokenKey } from "@/lib/foundation/tokens";
import { toCalendar } from "./calendar";
import type { Planning } from "./schemas";

process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
process.env.DIHYA_TOKEN_KEY ??= await newTokenKey();

const visit = {
  id: 7,
  date: "2026-03-12T09:00:00+01:00",
  fin: "2026-03-12T11:00:00+01:00",
  fuseau: "Europe/Paris",
  version: 3,
  libelle: "Ménage, repassage; et vitres",
  client: {
    id: 1,
    nom: "زهرة بن عيسى الساكنة في الطابق الثالث من العمارة الكبيرة",
    telephone: "+33600000000",
  },
  adresse: {
    voie: "3 rue Oberkampf",
    code_postal: "75011",
    commune: "Paris",
    latitude: 48.86,
    longitude: 2.38,
    acces: "Code 1234",
  },
  statut: "planifiee",
};
const planning = { fuseau: "Europe/Paris", prestations: [visit] } as unknown as Planning;
const text = toCalendar(planning, new Date("2026-03-10T08:00:00Z"), "fr");

test("writes each visit as an event at the agency's clock, with escaped words", () => {
  expect(text).toContain("UID:prestation-7@localhost\r\n");
  expect(text).toContain(
    "DTSTART;TZID=Europe/Paris:20260312T090000\r\nDTEND;TZID=Europe/Paris:20260312T110000\r\n",
  );
  expect(text).toContain("SUMMARY;LANGUAGE=fr:Ménage\\, repassage\\; et vitres");
  expect(text).toContain("LOCATION:3 rue Oberkampf\\, 75011 Paris\r\nGEO:48.86;2.38\r\n");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

test("never passes 75 octets a line, nor says how to get in or whom to call", () => {
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(visit.client.nom);
  expect(text).not.toMatch(/1234|33600000000/);
});

test("is read by another library as the same visit", () => {
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const read = new ICAL.Event(event as ICAL.Component);
  expect(read.summary).toBe(`${visit.libelle} · ${visit.client.nom}`);
  expect(read.startDate.toJSDate().toISOString()).toBe("2026-03-12T08:00:00.000Z");
  expect(read.sequence).toBe(3);
});

test("an empty week is still a calendar", () => {
  const empty = toCalendar({ ...planning, prestations: [] }, new Date("2026-03-10T08:00:00Z"), "ar");
  const read = new ICAL.Component(ICAL.parse(empty));
  expect(read.getAllSubcomponents("vevent")).toEqual([]);
  expect(read.getAllSubcomponents("vtimezone")).toHaveLength(1);
});
