import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { homeZone, insertIncident } from "./incident-store";
import { incidentBody } from "./schemas";
import { sealWords } from "./words";
import { answerWith, pastInstant } from "./write-incident";

/**
 * Enters an incident in the log and starts its clocks at the moment it was noticed. What is not known yet is left out
 * and corrected later: the law wants the notice, not the whole story. Throws `validation` on a moment to come.
 */
export const createIncident = command({
  name: "incident.create",
  input: incidentBody,
  run: async ({ db, input, ctx }) => {
    const zone = await homeZone(db);
    const { type, gravite, risque, nis2, personnes, donnees } = input;
    const constateLe = pastInstant(input.constate_le, zone, "constate_le", ctx.now);
    const debutLe = input.debut_le === null ? null : pastInstant(input.debut_le, zone, "debut_le", ctx.now);
    if (debutLe && debutLe > constateLe)
      throw new Refused("validation", { errors: [{ pointer: "/debut_le", code: "tooBig" }] });
    const id = await insertIncident(db, {
      ...{ type, gravite, risque, nis2, personnes, donnees, constateLe, debutLe },
      personnesNombre: input.personnes_nombre,
      enregistrementsNombre: input.enregistrements_nombre,
      description: sealWords(input.description),
      consequences: sealWords(input.consequences),
      mesures: sealWords(input.mesures),
      creePar: ctx.actor.id,
      creeLe: ctx.now,
      modifieLe: ctx.now,
    });
    const data = { type, gravite, risque, nis2, constate_le: constateLe.toISOString(), personnes, donnees };
    return {
      change: { objet: { type: "incident", id, version: 1 }, data },
      result: await answerWith(db, ctx, id),
    };
  },
});
