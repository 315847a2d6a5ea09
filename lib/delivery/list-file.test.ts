import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { listCsv, listFile, truncatedHeader } from "./list-file";

const rows = [{ id: 1, nom: "Ait" }];

test("a whole list ends with its last row", () => {
  expect(listCsv({ rows, truncated: false }, { locale: "fr" })).toBe("\uFEFFid,nom\r\n1,Ait\r\n");
  expect(truncatedHeader(false)).toEqual({});
});

test.each(locales)("a list that was cut says so in its last line, in %s", (locale) => {
  const file = listFile("clients.csv", { rows, truncated: true }, { locale });
  const lines = new TextDecoder().decode(file.bytes).split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^… [^",]{20,}$/);
  expect(truncatedHeader(file.truncated)).toEqual({ "X-Truncated": "true" });
});
