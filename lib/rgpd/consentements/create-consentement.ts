import type { z } from "zod";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { presentConsentements } from "./present";
import { consentementBody, versionsTexte } from "./schemas";
import { insertConsentement, lockConsenting, selectConsentements } from "./store";

/**
 * A client agrees to something or withdraws it, at once and as easily (GDPR art. 7(3)); staff note what a paper says.
 * Nothing written before changes. Throws `clientErased`, or `validation` for a day to come or a wording never shown.
 */
export const createConsentement = command({
  name: "consentement.create",
  input: consentementBody,
  run: async ({ db, input, ctx, scope }) => {
    const client = await lockConsenting(db, scope, input.id);
    if (!client) throw new Refused("notFound");
    if (client.effaceLe) throw refuseField("clientErased", "id");
    const own = scope.reach === "own";
    const today = civilDay(ctx.now, client.fuseau);
    const { versionTexte, le } = said(input, own, today);
    const { finalite, accord } = input;
    const { id: clientId, agenceId } = client;
    const how = { versionTexte, voie: own ? "compte" : "papier", le } as const;
    const by = { saisiPar: ctx.actor.id, creeLe: ctx.now };
    await insertConsentement(db, { clientId, agenceId, finalite, accord, ...how, ...by });
    return {
      change: {
        objet: { type: "client", id: clientId },
        agenceId,
        data: { finalite, accord, version_texte: versionTexte, voie: how.voie, date: le },
      },
      result: presentConsentements(clientId, await selectConsentements(db, clientId), ctx),
    };
  },
});

function said(input: z.output<typeof consentementBody>, own: boolean, today: string) {
  const current = versionsTexte[input.finalite];
  const versionTexte = input.version_texte ?? current;
  if (own ? versionTexte !== current : versionTexte > current)
    throw refuseField("validation", "version_texte");
  const le = own ? today : (input.date ?? today);
  if (le > today) throw refuseField("validation", "date");
  return { versionTexte, le };
}
