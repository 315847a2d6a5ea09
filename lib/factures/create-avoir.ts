import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { sumCents } from "@/lib/foundation/money";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { type LigneAvoir, lignesAvoir } from "./avoir";
import { freeVisits, loadLignes } from "./avoir-store";
import { composeInstantane } from "./composition";
import { advanceChain, loadEmission, takeNumber } from "./emission-store";
import { chainHash, creditedState, numeroOf } from "./facture";
import { insertDraft, replaceLignes } from "./preparation-store";
import { presentFacture } from "./present";
import { avoirBody } from "./schemas";
import { type FactureRow, findFacture, lockFacture, updateFacture } from "./store";

const creditable = ["emise", "partiellement_payee", "payee"];

/**
 * Credits an issued invoice, wholly or in part: a numbered, frozen document of its own series. An invoice of which
 * nothing is left is cancelled and its visits may be billed again. Throws `invalidTransition` for a draft, a cancelled
 * invoice or a credit note, `creditExceedsInvoice` beyond what is left of a line.
 */
export const createAvoir = command({
  name: "avoir.create",
  sealed: true,
  input: avoirBody,
  run: async ({ db, input, ctx, scope }) => {
    const facture = await lockFacture(db, scope, input.id);
    if (!facture) throw new Refused("notFound");
    if (facture.contenuDetruitLe) throw new Refused("invoiceExpired");
    if (facture.type === "avoir" || !creditable.includes(facture.statut)) {
      const allowed = facture.type === "avoir" || facture.statut === "annulee_par_avoir" ? [] : ["emise"];
      const params = {
        from: facture.statut,
        to: "annulee_par_avoir",
        allowed: allowed.join(", ") || "none",
      };
      throw new Refused("invalidTransition", { params, extra: { allowed } });
    }
    const lignes = lignesAvoir(await loadLignes(db, facture.id), input.lignes);
    const montant = sumCents(lignes.map(({ montantTtc }) => montantTtc));
    if (montant === 0) throw new Refused("creditExceedsInvoice", { params: { reste: "0.00" } });
    const credite = facture.credite + montant;
    const statut = creditedState(facture.totalTtc, credite, facture.paye);
    await updateFacture(db, facture.id, { credite, statut }, ctx.now);
    const freed = statut === "annulee_par_avoir" ? await freeVisits(db, facture.id, ctx.now) : [];
    const { id, facts } = await issueAvoir(db, ctx, facture, input.motif, lignes);
    const file = await findFacture(db, scope, id);
    if (!file) throw new Refused("notFound");
    const { agenceId } = facture;
    return {
      change: [
        { objet: { type: "facture", id, version: file.facture.version }, agenceId, data: facts },
        {
          objet: { type: "facture", id: facture.id, version: facture.version + 1 },
          agenceId,
          data: { avoir_id: id, credite, statut },
        },
        ...freed.map((visit) => ({
          objet: { type: "prestation", id: visit },
          agenceId,
          data: { statut: "validee", avoir_id: id },
        })),
      ],
      result: presentFacture(file, ctx),
    };
  },
});

/** Writes, numbers and freezes the credit note; the counter's lock comes last, as for invoices. */
async function issueAvoir(
  tx: Tx,
  ctx: Context,
  facture: FactureRow,
  motif: string,
  lignes: readonly LigneAvoir[],
) {
  const sum = (pick: (ligne: LigneAvoir) => number) => sumCents(lignes.map(pick));
  const head = {
    agenceId: facture.agenceId,
    clientId: facture.clientId,
    type: "avoir" as const,
    factureOrigineId: facture.id,
    periode: facture.periode,
    langue: facture.langue,
    devise: facture.devise,
    motif,
    totalHt: sum((ligne) => ligne.montantHt),
    totalTva: sum((ligne) => ligne.montantTva),
    totalTtc: sum((ligne) => ligne.montantTtc),
  };
  const id = await insertDraft(tx, { ...head, creeLe: ctx.now, modifieLe: ctx.now });
  await replaceLignes(
    tx,
    id,
    lignes.map((ligne) => ({ ...ligne, factureId: id })),
  );
  const data = await loadEmission(tx, { ...head, id });
  await enqueue(tx, "facture.render", { facture_id: id });
  const told = { type: "facture.avoir", objet_id: id, acteur_id: ctx.actor.id };
  await enqueue(tx, "notification.create", told);
  const serie = serieAvoir(data.agence.serieFacture);
  const number = await takeNumber(tx, serie, civilDay(ctx.now, data.agence.fuseau));
  const { annee, sequence, dateEmission } = number;
  const numero = numeroOf(serie, annee, sequence);
  const corrigee = { numero: facture.numero ?? "", dateEmission: facture.dateEmission ?? dateEmission };
  const identite = { numero, dateEmission, echeance: dateEmission };
  const instantane = composeInstantane(head, data, identite, undefined, corrigee);
  const empreinte = chainHash(number.precedente, instantane);
  const frozen = {
    statut: "emise" as const,
    instantane,
    empreinte,
    emisePar: ctx.actor.id,
    emiseLe: ctx.now,
  };
  await updateFacture(tx, id, { serie, annee, sequence, ...identite, ...frozen }, ctx.now);
  await advanceChain(tx, serie, annee, empreinte);
  const facts = { numero, empreinte, facture_id: facture.id, total_ttc: head.totalTtc, devise: head.devise };
  return { id, facts };
}

/** A series of its own beside the invoices'. The hyphen keeps it apart from any agency's, which has letters and digits. */
const serieAvoir = (serieFacture: string) => `AV-${serieFacture}`;
