import { system } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { loadFichiers } from "./fichier-store";
import { mergePdfs } from "./pdf/merge-pdfs";
import { renderStoredFacture } from "./render-facture";
import { factureExport } from "./schemas";
import { type FactureRow, findFacture, listIssued } from "./store";

/** Documents in one file at most: about two years of monthly invoices. */
const MOST = 60;

/**
 * The stored PDF of one invoice, or of all of a client's, newest first. One that has not been made yet is made now.
 * Every export is logged. Throws `noInvoices` when the client has none, `notAcceptable` for a draft.
 */
export const exportFactures = query({
  name: "facture.export",
  input: factureExport,
  run: async ({ db, input, ctx, scope }) => {
    const rows = input.id
      ? await one(findFacture(db, scope, input.id))
      : await listIssued(db, scope, input.client_id ?? scope.clientId ?? 0, MOST);
    const first = rows[0];
    if (!first) throw new Refused("noInvoices");
    const ids: number[] = [];
    for (const row of rows) ids.push(row.fichierId ?? (await renderNow(row.id)));
    const contents = await loadFichiers(db, ids);
    const documents = ids.map((id) => contents.get(id)).filter((content) => content !== undefined);
    const bytes = documents.length === 1 && documents[0] ? documents[0] : await mergePdfs(documents);
    const name = rows.length === 1 ? `${first.numero}.pdf` : `factures-client-${first.clientId}.pdf`;
    return { name, bytes, factures: rows.map(({ id, agenceId }) => ({ id, agenceId })) };

    /** In its own transaction, as the worker would: the stored document stays even if this answer is lost. */
    async function renderNow(factureId: number): Promise<number> {
      return renderStoredFacture({ ...ctx, actor: system }, { facture_id: factureId });
    }
  },
  exports: ({ factures }) => factures.map((one) => ({ type: "facture", ...one })),
});

async function one(found: ReturnType<typeof findFacture>): Promise<FactureRow[]> {
  const file = await found;
  if (!file) throw new Refused("notFound");
  if (file.facture.statut === "brouillon") throw new Refused("notAcceptable");
  return [file.facture];
}
