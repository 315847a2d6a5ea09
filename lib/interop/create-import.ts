import { refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { createTache } from "@/lib/foundation/taches";
import { answerTache } from "@/lib/organisation/read-tache";
import { checkMapping } from "./import-mapping";
import { readTable } from "./import-table";
import { importBody } from "./schemas-import";

/**
 * Takes a file to be imported, or only tried (`essai`), by the worker; gives the work to follow. Throws `validation` on
 * `contenu` or `agence_id`, `importHeaders` on the columns.
 */
export const createImport = command({
  name: "import.create",
  input: importBody,
  run: async ({ db, input, ctx, scope }) => {
    const { type, essai, agence_id, nom } = input;
    checkAgence(scope, agence_id);
    const contenu = Buffer.from(input.contenu, "base64");
    const table = readTable(contenu);
    const correspondance = checkMapping(type, table.entetes, input.correspondance);
    const asked = { type, essai, ...(agence_id !== undefined && { agence_id }) };
    const id = await createTache(db, ctx, {
      type: `import.${type}`,
      queue: "import.run",
      job: { ...asked, correspondance },
      donnees: { ...asked, lignes: table.lignes.length },
      fichier: { nom, type: "text/csv", contenu },
    });
    const change = { objet: { type: "import", id }, data: { ...asked, lignes: table.lignes.length } };
    return { change, result: await answerTache(db, ctx, id) };
  },
});

/** Throws `validation` on agence_id when it is not the caller's. */
export function checkAgence(scope: Scope, agenceId: number | undefined): void {
  if (agenceId !== undefined && scope.reach === "agence" && !scope.agenceIds.includes(agenceId))
    throw refuseField("validation", "agence_id");
}
