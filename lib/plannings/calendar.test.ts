import { expect, test } from "vitest";
import { toCalendar } from "./calendar";
import type { Planning } from "./schemas";

const visit = {
  id: 7,
  date: "2026-03-12T09:00:00+01:00",
  fin: "2026-03-12T11:00:00+01:00",
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
const planning = { prestations: [visit] } as unknown as Planning;
const text = toCalendar(planning, new Date("2026-03-10T08:00:00Z"));

test("writes each visit as an event in UTC, with escaped words", () => {
  expect(text).toContain("UID:prestation-7@dihya\r\n");
  expect(text).toContain("DTSTART:20260312T080000Z\r\nDTEND:20260312T100000Z\r\n");
  expect(text).toContain("SUMMARY:Ménage\\, repassage\\; et vitres");
  expect(text).toContain("LOCATION:3 rue Oberkampf\\, 75011 Paris\r\nGEO:48.86;2.38\r\n");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

test("never passes 75 octets a line, nor says how to get in or whom to call", () => {
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(visit.client.nom);
  expect(text).not.toMatch(/1234|33600000000/);
});
