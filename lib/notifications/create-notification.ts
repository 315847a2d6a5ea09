import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { queueCourriel } from "@/lib/organisation/courriel/queue-courriel";
import { categorieOf, toujours } from "./categories";
import { type Destinataire, destinatairesOf } from "./destinataires";
import { annonces, pageFor } from "./evenement";
import { type Evenement, findEvenement } from "./evenement-store";
import { findPreferences, type Preferences } from "./preferences-store";
import { findDevices } from "./push-store";
import { donneesOf, faitsOf, isRestored } from "./redaction";
import { heldUntil } from "./silence";
import { insertNotification } from "./store";

const input = z.object({
  type: z.string().max(60),
  objet_id: id,
  acteur_id: id.nullable().default(null),
  ancien_intervenant_id: id.optional(),
  pour_client_id: id.optional(),
  pour_intervenant_id: id.optional(),
  /** Names the event when more than one job may speak of it; the job itself does otherwise. */
  cle: z.string().max(120).optional(),
});

/**
 * Tells those whom an event concerns: a notice for each account, also on their devices, and an e-mail where one is
 * due, in each person's language, as far as they want them. The event's name makes that a job run twice tells once.
 */
export const createNotification = command({
  name: "notification.create",
  input,
  run: async ({ db, input, ctx }) => {
    const { type, objet_id, acteur_id, ancien_intervenant_id: ancien, cle } = input;
    const pour = { clientId: input.pour_client_id, intervenantId: input.pour_intervenant_id };
    const evenement = annonces[type] ? await findEvenement(db, type, objet_id, pour) : undefined;
    if (!evenement) return { change: [], result: { avises: 0 } };
    const people = await destinatairesOf(db, type, evenement, { acteurId: acteur_id, ancien });
    const accounts = people.flatMap((one) => (one.utilisateurId === null ? [] : [one.utilisateurId]));
    const [wishes, devices] = await Promise.all([findPreferences(db, accounts), findDevices(db, accounts)]);
    const fact: Fact = { type, evenement, cle: cle ?? ctx.requestId };
    for (const person of people) {
      const account = person.utilisateurId ?? 0;
      await tellPerson(db, ctx, fact, { ...person, devices: devices.get(account) }, wishes.get(account));
    }
    const objet = { type: type.split(".")[0] ?? type, id: objet_id };
    const data = { type, avises: people.length, utilisateurs: accounts };
    const change = { objet, agenceId: evenement.agence?.id, data };
    return { change, result: { avises: people.length } };
  },
});

type Fact = { type: string; evenement: Evenement; cle: string };

async function tellPerson(
  tx: Tx,
  ctx: Context,
  fact: Fact,
  person: Destinataire & { devices?: number[] },
  wishes?: Preferences,
): Promise<void> {
  const { type, evenement } = fact;
  const { utilisateurId, lecteur, email: to, langue, prenom } = person;
  const donnees = donneesOf(evenement);
  const lien = pageFor(lecteur, type, {
    // The page of a visit is closed to whom it was taken from.
    prestationId: person.ancien ? undefined : donnees.prestation_id,
    factureId: donnees.facture_id,
    devisId: donnees.devis_id,
    intervenantId: donnees.intervenant_id,
    demandeId: donnees.demande_id,
    restored: isRestored(evenement),
  });
  const categorie = categorieOf(type);
  const isUrgent = toujours.includes(categorie);
  const wanted = isUrgent ? undefined : wishes?.choix[categorie];
  const cle = `${fact.cle}:${utilisateurId ?? `client-${evenement.client?.id}`}`;
  const zone = evenement.agence?.fuseau;
  const silence = isUrgent ? null : wishes?.silence;
  const apres = zone && silence ? heldUntil(ctx.now, zone, silence) : undefined;
  if (utilisateurId !== null && wanted?.application !== false) {
    const notice = { utilisateurId, type, donnees, lien, cle, creeLe: ctx.now };
    const id = await insertNotification(tx, notice);
    if (id && wanted?.push !== false) await queuePush(tx, id, person.devices ?? [], apres);
  }
  const gabarit = annonces[type]?.[lecteur]?.courriel;
  if (!gabarit || wanted?.courriel === false) return;
  const params = { prenom, page: lien, faits: faitsOf(evenement, person) };
  await queueCourriel(tx, ctx, { to, langue, gabarit, params, cle, apres });
}

async function queuePush(
  tx: Tx,
  notificationId: number,
  devices: number[],
  startAfter?: Date,
): Promise<void> {
  for (const abonnement_id of devices)
    await enqueue(tx, "push.send", { abonnement_id, notification_id: notificationId }, { startAfter });
}
