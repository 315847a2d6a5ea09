import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { command } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { queueCourriel } from "@/lib/organisation/courriel/queue-courriel";
import { type Destinataire, destinatairesOf } from "./destinataires";
import { annonces, pageFor } from "./evenement";
import { donneesOf, faitsOf, isRestored } from "./redaction";
import { type Evenement, findEvenement, insertNotification } from "./store";

const input = z.object({
  type: z.string().max(60),
  objet_id: id,
  acteur_id: id.nullable().default(null),
  ancien_intervenant_id: id.optional(),
});

/**
 * Tells those whom an event concerns: a notice for each account, an e-mail where one is due, in each person's
 * language. The job's id names the event, so that a job run twice tells once.
 */
export const createNotification = command({
  name: "notification.create",
  input,
  run: async ({ db, input: { type, objet_id, acteur_id, ancien_intervenant_id: ancien }, ctx }) => {
    const evenement = annonces[type] ? await findEvenement(db, type, objet_id) : undefined;
    if (!evenement) return { change: [], result: { avises: 0 } };
    const people = await destinatairesOf(db, type, evenement, { acteurId: acteur_id, ancien });
    for (const person of people) await tellPerson(db, ctx, type, evenement, person);
    const objet = { type: type.split(".")[0] ?? type, id: objet_id };
    const accounts = people.flatMap((one) => (one.utilisateurId === null ? [] : [one.utilisateurId]));
    const data = { type, avises: people.length, utilisateurs: accounts };
    return { change: { objet, agenceId: evenement.agence.id, data }, result: { avises: people.length } };
  },
});

async function tellPerson(
  tx: Tx,
  ctx: Context,
  type: string,
  evenement: Evenement,
  person: Destinataire,
): Promise<void> {
  const { utilisateurId, lecteur, email: to, langue, prenom } = person;
  const donnees = donneesOf(evenement);
  const lien = pageFor(lecteur, type, {
    // The page of a visit is closed to whom it was taken from.
    prestationId: person.ancien ? undefined : donnees.prestation_id,
    factureId: donnees.facture_id,
    restored: isRestored(evenement),
  });
  const cle = `${ctx.requestId}:${utilisateurId ?? `client-${evenement.client.id}`}`;
  if (utilisateurId !== null)
    await insertNotification(tx, { utilisateurId, type, donnees, lien, cle, creeLe: ctx.now });
  const gabarit = annonces[type]?.[lecteur]?.courriel;
  if (!gabarit) return;
  const params = { prenom, page: lien, faits: faitsOf(evenement, person) };
  await queueCourriel(tx, ctx, { to, langue, gabarit, params, cle });
}
