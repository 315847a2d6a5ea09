import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { delaisOf, missing } from "./incident";
import { insertEtape, updateIncident } from "./incident-store";
import { incidentClose } from "./schemas";
import { sealWords } from "./words";
import { answerWith, openIncident } from "./write-incident";

/**
 * Closes an incident once everything that its facts require was told. Throws `incidentStepsMissing` with what is
 * missing, `incidentClosed` when it is closed already.
 */
export const closeIncident = command({
  name: "incident.close",
  input: incidentClose,
  run: async ({ db, input, ctx }) => {
    const { incident, etapes } = await openIncident(db, input);
    const { id } = incident;
    if (incident.statut === "clos") throw new Refused("incidentClosed");
    const left = missing(delaisOf(incident, etapes, ctx.now)).map(({ nom }) => nom);
    if (left.length > 0) throw new Refused("incidentStepsMissing", { extra: { etapes: left } });
    const step = { incidentId: id, type: "cloture" as const, faitLe: ctx.now, par: ctx.actor.id };
    await insertEtape(db, { ...step, texte: sealWords(input.texte), creeLe: ctx.now });
    const version = await updateIncident(db, incident, { statut: "clos", closLe: ctx.now }, ctx.now);
    return {
      change: { objet: { type: "incident", id, version }, data: { from: "ouvert", to: "clos" } },
      result: await answerWith(db, ctx, id),
    };
  },
});
