import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importClients } from "@/lib/clients/import-clients";
import type { Context, Locale } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Importer, LineError } from "@/lib/foundation/import";
import { command } from "@/lib/foundation/operation";
import { readFichier, runTache } from "@/lib/foundation/taches";
import { type FieldProblemCode, fieldText } from "@/lib/i18n/problem-text";
import { importIntervenants } from "@/lib/intervenants/import-intervenants";
import { importPrestations } from "@/lib/prestations/import-prestations";
import { checkAgence } from "./create-import";
import { columnOfPointer, type TypeImport } from "./import-columns";
import { type Correspondance, checkMapping, recordsOf } from "./import-mapping";
import { readTable } from "./import-table";
import { type ImportResult, importExecution } from "./schemas-import";

/** Errors kept with the result at most; how many there were is kept too. */
const MOST_ERRORS = 1_000;

const importers: Record<TypeImport, Importer> = {
  client: importClients,
  intervenant: importIntervenants,
  prestation: importPrestations,
};

/**
 * Checks every line, then creates them all or none. One import of a kind at a time, so that each knows what the other
 * made. Throws `importRefused` with the errors by line as `extra`.
 */
export const executeImport = command({
  name: "import.execute",
  input: importExecution,
  run: async ({ db, input, ctx, scope }) => {
    const { type, essai, tache_id, agence_id: agenceId } = input;
    const fichier = await readFichier(db, tache_id);
    if (!fichier) throw new Refused("notFound");
    checkAgence(scope, agenceId);
    if (!essai) await alone(db, type);
    const table = readTable(fichier.contenu);
    const mapping = checkMapping(type, table.entetes, input.correspondance);
    const records = recordsOf(type, table, mapping);
    let behind = 0;
    const progress = async (done: number) => ctx.tache?.progress(behind + done, 2 * records.length);
    const plan = await importers[type]({ db, ctx, scope, records, agenceId, essai, progress });
    const found = resultOf(
      { type, essai, lignes: records.length, erreurs: plan.erreurs, mapping },
      ctx.locale,
    );
    if (found.erreurs_total > 0 && !essai)
      throw new Refused("importRefused", { extra: found, params: countsOf(found) });
    behind = records.length;
    const changes = essai ? [] : await plan.write();
    const resultat = { ...found, creees: changes.length };
    await ctx.tache?.finish(db, resultat);
    const { erreurs: _lines, ...data } = resultat;
    const change = { objet: { type: "import", id: tache_id }, agenceId, data };
    return { change: [...changes, change], result: resultat };
  },
});

/** The worker's door: the same as the person who sent the file, with their rights of now. */
export const runImport = (ctx: Context, job: { tache_id: number }): Promise<void> =>
  runTache(ctx, job.tache_id, (as) => executeImport(as, job));

async function alone(tx: Tx, type: TypeImport): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`import:${type}`}))`);
}

const countsOf = ({ lignes_en_erreur }: ImportResult) => ({ lignes_en_erreur });

type Found = {
  type: TypeImport;
  essai: boolean;
  lignes: number;
  erreurs: LineError[];
  mapping: Correspondance;
};

function resultOf({ type, essai, lignes, erreurs, mapping }: Found, locale: Locale): ImportResult {
  const sorted = erreurs.toSorted((a, b) => a.ligne - b.ligne);
  return {
    type,
    essai,
    lignes,
    creees: 0,
    erreurs_total: sorted.length,
    lignes_en_erreur: new Set(sorted.map(({ ligne }) => ligne)).size,
    erreurs: sorted.slice(0, MOST_ERRORS).map(({ ligne, pointer, code: given, params }) => {
      const nom = columnOfPointer(type, pointer);
      // An agency that is not there, or not theirs, was no number either.
      const code = nom === "agence" && given === "invalidNumber" ? "invalidChoice" : given;
      return {
        ligne,
        colonne: mapping[nom] ?? nom,
        code,
        detail: fieldText(locale, code as FieldProblemCode, params),
      };
    }),
  };
}
