import { type FieldError, Refused } from "@/lib/foundation/errors";
import type { ImportRecord } from "@/lib/foundation/import";
import { locales } from "@/lib/i18n/locales";
import { fold } from "@/lib/i18n/text";
import { translator } from "@/lib/i18n/translate";
import { type Column, columnsOf, readCell, type TypeImport } from "./import-columns";
import type { Table } from "./import-table";

/** Our column → the file's heading. */
export type Correspondance = Record<string, string>;

/** Headings that say what they are: our names, their labels in the four languages, and what tables usually call them. */
export function guessMapping(type: TypeImport, entetes: readonly string[]): Correspondance {
  const free = new Set(entetes);
  const mapping: Correspondance = {};
  for (const column of columnsOf[type]) {
    const names = new Set(namesOf(column).map(plain));
    const found = entetes.find((heading) => free.has(heading) && names.has(plain(heading)));
    if (found === undefined) continue;
    mapping[column.nom] = found;
    free.delete(found);
  }
  return mapping;
}

const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function namesOf({ nom, alias = [] }: Column): string[] {
  const labels = locales.map((locale) => translator(locale, "imports")(`colonnes.${nom}` as never) as string);
  return [nom, ...labels, ...alias];
}

/**
 * The mapping given, or the guessed one. Throws `validation` on `correspondance` for a column that does not exist, a
 * heading that the file lacks, or a mandatory column without one.
 */
export function checkMapping(
  type: TypeImport,
  entetes: readonly string[],
  given: Correspondance | undefined,
): Correspondance {
  const mapping = given ?? guessMapping(type, entetes);
  const columns = columnsOf[type];
  const errors: FieldError[] = [
    ...Object.entries(mapping).flatMap(([nom, heading]): FieldError[] => {
      const pointer = `/correspondance/${nom.slice(0, 60)}`;
      if (!columns.some((column) => column.nom === nom)) return [{ pointer, code: "unknownField" }];
      return entetes.includes(heading) ? [] : [{ pointer, code: "invalidChoice" }];
    }),
    ...columns.flatMap(({ nom, obligatoire }) =>
      obligatoire && !mapping[nom] ? [{ pointer: `/correspondance/${nom}`, code: "required" as const }] : [],
    ),
  ];
  if (errors.length > 0) throw new Refused("importHeaders", { errors });
  return mapping;
}

/** The lines of a table by our column names, each cell as the create operation reads it. */
export function recordsOf(type: TypeImport, table: Table, mapping: Correspondance): ImportRecord[] {
  const places = columnsOf[type].flatMap((column) => {
    const at = table.entetes.indexOf(mapping[column.nom] ?? "");
    return mapping[column.nom] === undefined || at < 0 ? [] : [{ column, at }];
  });
  return table.lignes.map(({ ligne, cells }) => ({
    ligne,
    cells: Object.fromEntries(
      places.map(({ column, at }) => [column.nom, readCell(column, cells[at] ?? "")]),
    ),
  }));
}
