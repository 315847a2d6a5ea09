import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { catalogueOn } from "./catalogue";
import { openRegles } from "./open-regles";
import { protects, type Regle } from "./regle";
import { insertEcart, lockAgenceRegles } from "./regle-store";
import { regleBody } from "./schemas";

/**
 * Has an agency differ from a rule of an agreement from a day on, with a written reason; what stood before is kept.
 * Stricter always; laxer only as far as the agreement lets, and a rule that blocks goes on blocking. Throws `notFound`,
 * `ruleTooLax` on valeur or severite, `validation` on a rule that the agreement does not have.
 */
export const updateRegle = command({
  name: "regle.update",
  input: regleBody,
  run: async ({ db, input, ctx, scope }) => {
    const { agence_id: agenceId, convention, code, du, retour, motif } = input;
    const agence = await lockAgenceRegles(db, scope, agenceId);
    if (!agence) throw new Refused("notFound");
    const agreed = catalogueOn(convention, du).regles.find((one) => one.code === code);
    if (!agreed) throw new Refused("validation", { errors: [{ pointer: "/code", code: "invalidChoice" }] });
    const valeur = retour ? null : (input.valeur ?? null);
    const severite = retour ? null : (input.severite ?? null);
    checkLegal(agreed, { valeur, severite });
    const id = await insertEcart(db, {
      agenceId,
      convention,
      code,
      du,
      retour,
      valeur,
      severite,
      motif,
      creePar: ctx.actor.id,
      creeLe: ctx.now,
    });
    const data = { convention, code, du, retour, valeur, severite, valeur_convention: agreed.valeur };
    const result = await openRegles(db, ctx, scope, { agence_id: agenceId, convention });
    return { change: { objet: { type: "regle", id }, agenceId, data }, result };
  },
});

function checkLegal(agreed: Regle, wanted: { valeur: number | null; severite: Regle["severite"] | null }) {
  const bound = agreed.plafond ?? agreed.valeur;
  if (wanted.valeur !== null && agreed.severite === "block" && !protects(agreed, wanted.valeur, bound))
    throw refuseField("ruleTooLax", "valeur", { limit: bound, precision: `(${agreed.article})` });
  if (agreed.severite === "block" && wanted.severite === "warn")
    throw refuseField("ruleTooLax", "severite", { limit: bound, precision: `(${agreed.article})` });
}
