import { query } from "@/lib/foundation/operation";
import { translator } from "@/lib/i18n/translate";
import { columnsOf } from "./import-columns";
import { type ImportModel, importModel } from "./schemas-import";

/** The columns that a file of this kind may have, with an example of each, in the caller's language. */
export const readImportModel = query({
  name: "import.model",
  input: importModel,
  run: async ({ input: { type }, ctx }): Promise<ImportModel> => {
    const t = translator(ctx.locale, "imports");
    const colonnes = columnsOf[type].map(({ nom, obligatoire = false, exemple }) => ({
      nom,
      libelle: t(`colonnes.${nom}` as never) as string,
      obligatoire,
      exemple,
    }));
    return { type, colonnes };
  },
});

/** The same as one line of a table, for a spreadsheet. */
export const modelRow = ({ colonnes }: ImportModel): Record<string, string> =>
  Object.fromEntries(colonnes.map(({ nom, exemple }) => [nom, exemple]));
