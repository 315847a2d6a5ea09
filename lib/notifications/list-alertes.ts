import type { Context } from "@/lib/foundation/context";
import { query } from "@/lib/foundation/operation";
import { startOfDay } from "@/lib/foundation/zoned";
import type { AlerteRow } from "./alerte-store";
import { listAlertes as listRows } from "./alerte-store";
import { pageFor } from "./evenement";
import { sentenceOf } from "./redaction";
import { type Alerte, alerteList } from "./schemas";

/** What a gestionnaire should look at now in their agencies, newest first, until it is settled. */
export const listAlertes = query({
  name: "alerte.list",
  input: alerteList,
  run: async ({ db, input, ctx, scope }) => {
    const types = input.type && [input.type];
    const page = await listRows(db, scope, { ...input, types });
    return { ...page, results: page.results.map((row) => present(row, ctx)) };
  },
});

function present(row: AlerteRow, ctx: Context): Alerte {
  const type = `alerte.${row.type}`;
  const { prestation, facture, demande, client } = row;
  const donnees = {
    date: demande ? startOfDay(demande.echeance, row.fuseau).toISOString() : prestation?.debut.toISOString(),
    fuseau: row.fuseau,
    numero: facture?.numero ?? "",
    total_ttc: facture ? facture.totalTtc - facture.paye : 0,
    devise: facture?.devise,
    note: row.note ?? undefined,
  };
  return {
    id: row.id,
    type: row.type,
    agence_id: row.agenceId,
    message: sentenceOf(type, donnees, ctx.locale, false),
    client: client && `${client.prenom} ${client.nom}`.trim(),
    client_id: client?.id ?? null,
    lien: pageFor("equipe", type, {
      prestationId: prestation?.id,
      factureId: facture?.id,
      demandeId: demande?.id,
    }),
    cree_le: row.creeLe.toISOString(),
  };
}
