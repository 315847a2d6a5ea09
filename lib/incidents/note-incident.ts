import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { homeZone, insertEtape, updateIncident } from "./incident-store";
import { etapeBody } from "./schemas";
import { sealWords } from "./words";
import { answerWith, openIncident, pastInstant } from "./write-incident";

/**
 * Adds a step to an open incident: a measure, a note, or what was told to the authority or to the persons, which stops
 * its clock. A step is never changed or taken back. Throws `incidentClosed`, or `validation` on a moment to come or
 * before the incident was noticed.
 */
export const noteIncident = command({
  name: "incident.note",
  input: etapeBody,
  run: async ({ db, input, ctx }) => {
    const { incident } = await openIncident(db, { id: input.id });
    const { id } = incident;
    if (incident.statut === "clos") throw new Refused("incidentClosed");
    const faitLe = input.fait_le
      ? pastInstant(input.fait_le, await homeZone(db), "fait_le", ctx.now)
      : ctx.now;
    // To the minute: a form knows no seconds.
    if (faitLe.getTime() < incident.constateLe.getTime() - 60_000)
      throw new Refused("validation", { errors: [{ pointer: "/fait_le", code: "tooSmall" }] });
    const { type } = input;
    const step = { incidentId: id, type, faitLe, par: ctx.actor.id, creeLe: ctx.now };
    await insertEtape(db, { ...step, texte: sealWords(input.texte) });
    const version = await updateIncident(db, incident, {}, ctx.now);
    return {
      change: {
        objet: { type: "incident", id, version },
        data: { etape: type, fait_le: faitLe.toISOString() },
      },
      result: await answerWith(db, ctx, id),
    };
  },
});
