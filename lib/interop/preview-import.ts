import { query } from "@/lib/foundation/operation";
import { guessMapping } from "./import-mapping";
import { readTable } from "./import-table";
import { importPreviewBody } from "./schemas-import";

const SHOWN = 5;

/** What a file looks like before it is imported: its form, its headings, its first lines, what they seem to mean. */
export const previewImport = query({
  name: "import.preview",
  input: importPreviewBody,
  run: async ({ input: { type, contenu } }) => {
    const table = readTable(Buffer.from(contenu, "base64"));
    const { encodage, separateur, entetes, lignes } = table;
    const apercu = lignes.slice(0, SHOWN).map(({ cells }) => cells.map((cell) => cell.slice(0, 200)));
    return {
      encodage,
      separateur,
      entetes,
      lignes: lignes.length,
      apercu,
      correspondance: guessMapping(type, entetes),
    };
  },
});
