import { Refused, refuseField } from "@/lib/foundation/errors";
import { centsToDecimal, decimalToCents } from "@/lib/foundation/money";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { balance, isPayable, paidState } from "./facture";
import { presentPaiement } from "./present";
import { paiementBody } from "./schemas";
import { findFacture, insertPaiement, lockFacture, updateFacture } from "./store";

/**
 * Records money received for an issued invoice. Throws `invalidTransition` for a draft, a paid or a cancelled one,
 * `paymentExceedsBalance` when it is more than what remains, `validation` on a date that has not come at the agency.
 */
export const createPaiement = command({
  name: "paiement.create",
  input: paiementBody,
  run: async ({ db, input, ctx, scope }) => {
    const facture = await lockFacture(db, scope, input.id);
    if (!facture) throw new Refused("notFound");
    if (!isPayable(facture)) {
      const allowed = facture.type === "avoir" ? [] : ["emise", "partiellement_payee"];
      const params = { from: facture.statut, to: "payee", allowed: allowed.join(", ") || "none" };
      throw new Refused("invalidTransition", { params, extra: { allowed } });
    }
    const montant = decimalToCents(input.montant);
    const reste = balance(facture).reste;
    if (montant <= 0)
      throw new Refused("validation", {
        errors: [{ pointer: "/montant", code: "tooSmall", params: { min: "0.01" } }],
      });
    if (montant > reste)
      throw refuseField("paymentExceedsBalance", "montant", {
        reste: centsToDecimal(reste),
        devise: facture.devise,
      });
    const today = civilDay(ctx.now, (await findFacture(db, scope, facture.id))?.fuseau ?? "Europe/Paris");
    if (input.date !== undefined && input.date > today)
      throw new Refused("validation", { errors: [{ pointer: "/date", code: "invalidDate" }] });
    const paye = facture.paye + montant;
    const row = await insertPaiement(db, {
      factureId: facture.id,
      montant,
      mode: input.mode,
      date: input.date ?? today,
      reference: input.reference,
      saisiPar: ctx.actor.id,
      creeLe: ctx.now,
    });
    await updateFacture(
      db,
      facture.id,
      { paye, statut: paidState(facture.totalTtc - facture.credite, paye) },
      ctx.now,
    );
    const data = {
      paiement_id: row.id,
      montant,
      mode: row.mode,
      date: row.date,
      reste: reste - montant,
    };
    return {
      change: {
        objet: { type: "facture", id: facture.id, version: facture.version + 1 },
        agenceId: facture.agenceId,
        data,
      },
      result: presentPaiement(row, facture.devise, ctx),
    };
  },
});
