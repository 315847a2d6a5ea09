import type { z } from "zod";
import type { Queryable } from "@/db/client";
import { system } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { bundleOf, MOST } from "./bundle";
import { loadFichiers } from "./fichier-store";
import { mergePdfs } from "./pdf/merge-pdfs";
import { renderStoredFacture } from "./render-facture";
import { factureExport } from "./schemas";
import { findFacture, listIssued, type ShownFacture } from "./store";

/**
 * The stored PDF of one invoice, or of all of a client's, newest first: sixty at most, and the name says when older
 * ones are left out. One that has not been made yet is made now. Every export is logged. Throws `noInvoices` when the
 * client has none, `notAcceptable` for a draft, `invoiceExpired` once its content was destroyed.
 */
export const exportFactures = query({
  name: "facture.export",
  input: factureExport,
  prepare: async (asked) => {
    const { ctx } = asked;
    // As the worker would: the stored document stays even if this answer is lost.
    for (const { id, fichierId } of bundleOf(await wanted(asked)).rows)
      if (fichierId === null) await renderStoredFacture({ ...ctx, actor: system }, { facture_id: id });
  },
  run: async (asked) => {
    const { rows, name } = bundleOf(await wanted(asked));
    if (rows.length === 0) throw new Refused("noInvoices");
    const ids = rows.flatMap(({ fichierId }) => fichierId ?? []);
    const contents = await loadFichiers(asked.db, ids);
    const documents = ids.map((id) => contents.get(id)).filter((content) => content !== undefined);
    const bytes = documents.length === 1 && documents[0] ? documents[0] : await mergePdfs(documents);
    return { name, bytes, factures: rows.map(({ id, agenceId }) => ({ id, agenceId })) };
  },
  exports: ({ factures }) => factures.map((one) => ({ type: "facture", ...one })),
});

type Asked = { db: Queryable; input: z.output<typeof factureExport>; scope: Scope };

async function wanted({ db, input, scope }: Asked): Promise<ShownFacture[]> {
  if (input.id) return one(findFacture(db, scope, input.id));
  const rows = await listIssued(db, scope, input.client_id ?? scope.clientId ?? 0, MOST + 1);
  return rows.filter(({ contenuDetruitLe }) => contenuDetruitLe === null);
}

async function one(found: ReturnType<typeof findFacture>): Promise<ShownFacture[]> {
  const file = await found;
  if (!file) throw new Refused("notFound");
  if (file.facture.statut === "brouillon") throw new Refused("notAcceptable");
  if (file.facture.contenuDetruitLe) throw new Refused("invoiceExpired");
  return [file.facture];
}
