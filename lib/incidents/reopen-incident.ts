import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { insertEtape, updateIncident } from "./incident-store";
import { incidentReopen } from "./schemas";
import { sealWords } from "./words";
import { answerWith, openIncident } from "./write-incident";

/** Opens a closed incident again, for a reason that stays in its history. Throws `invalidTransition` when it is open. */
export const reopenIncident = command({
  name: "incident.reopen",
  input: incidentReopen,
  run: async ({ db, input, ctx }) => {
    const { incident } = await openIncident(db, input);
    const { id, statut } = incident;
    if (statut !== "clos")
      throw new Refused("invalidTransition", {
        params: { from: statut, to: "ouvert", allowed: "clos" },
        extra: { allowed: ["clos"] },
      });
    const step = { incidentId: id, type: "reouverture" as const, faitLe: ctx.now, par: ctx.actor.id };
    await insertEtape(db, { ...step, texte: sealWords(input.texte), creeLe: ctx.now });
    const version = await updateIncident(db, incident, { statut: "ouvert", closLe: null }, ctx.now);
    return {
      change: { objet: { type: "incident", id, version }, data: { from: "clos", to: "ouvert" } },
      result: await answerWith(db, ctx, id),
    };
  },
});
