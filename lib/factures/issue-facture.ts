import { parseDate } from "@internationalized/date";
import { Refused } from "@/lib/foundation/errors";
import { publishEvent } from "@/lib/foundation/evenement";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { civilDay } from "@/lib/foundation/zoned";
import { composeInstantane } from "./composition";
import { advanceChain, findAvantage, loadEmission, markInvoiced, takeNumber } from "./emission-store";
import { chainHash, numeroOf } from "./facture";
import { presentFacture } from "./present";
import { findFacture, lockFacture, updateFacture } from "./store";

/**
 * Numbers and freezes a draft: next number of the agency's series, snapshot, link of the chain, visits marked
 * invoiced, PDF and notification as jobs; all or nothing. Throws `alreadyIssued`, `notFound`.
 */
export const issueFacture = command({
  name: "facture.issue",
  sealed: true,
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const draft = await lockFacture(db, scope, input.id);
    if (!draft) throw new Refused("notFound");
    if (draft.statut !== "brouillon") throw new Refused("alreadyIssued");
    const data = await loadEmission(db, draft);
    if (data.lignes.length === 0)
      throw new Refused("nothingToInvoice", { params: { periode: draft.periode } });
    const jour = civilDay(ctx.now, data.agence.fuseau);
    const avantage = await findAvantage(db, data.agence.pays, jour);
    const visits = data.lignes.map(({ ligne }) => ligne.prestationId).filter((one) => one !== null);
    const invoiced = await markInvoiced(db, visits, ctx.now);
    await enqueue(db, "facture.render", { facture_id: draft.id });
    await publishEvent(db, ctx, { type: "facture.emise", objetId: draft.id });
    // The counter's lock comes last: from here on, every other issue of the series waits for this commit.
    const serie = data.agence.serieFacture;
    const number = await takeNumber(db, serie, jour);
    const numero = numeroOf(serie, number.annee, number.sequence);
    const { dateEmission } = number;
    const echeance = parseDate(dateEmission).add({ days: data.agence.delaiPaiementJours }).toString();
    const instantane = composeInstantane(draft, data, { numero, dateEmission, echeance }, avantage);
    const empreinte = chainHash(number.precedente, instantane);
    const identity = {
      serie,
      annee: number.annee,
      sequence: number.sequence,
      numero,
      dateEmission,
      echeance,
    };
    const frozen = {
      instantane,
      empreinte,
      statut: "emise" as const,
      emisePar: ctx.actor.id,
      emiseLe: ctx.now,
    };
    await updateFacture(db, draft.id, { ...identity, ...frozen }, ctx.now);
    await advanceChain(db, serie, number.annee, empreinte);
    const file = await findFacture(db, scope, draft.id);
    if (!file) throw new Refused("notFound");
    const facts = { numero, empreinte, total_ttc: draft.totalTtc, devise: draft.devise, prestations: visits };
    return {
      change: [
        {
          objet: { type: "facture", id: draft.id, version: file.facture.version },
          agenceId: draft.agenceId,
          data: facts,
        },
        ...invoiced.map((id) => ({
          objet: { type: "prestation", id },
          agenceId: draft.agenceId,
          data: { statut: "facturee", facture_id: draft.id },
        })),
      ],
      result: presentFacture(file, ctx),
    };
  },
});
