import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { env } from "@/lib/foundation/env";
import { seal, unseal } from "@/lib/foundation/sealed";

const PURPOSE = "webhook";
/** How long the former secret signs beside the new one. */
export const OVERLAP_MS = 24 * 3_600_000;

/** A fresh signing secret (256 bits) as Standard Webhooks writes it, and its sealed form for the table. */
export function newSecret(): { secret: string; sealed: string } {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  return { secret, sealed: seal(secret, PURPOSE) };
}

export type Message = {
  messageId: string;
  evenementId: string;
  type: string;
  objetType: string;
  objetId: number;
  survenuLe: Date;
};

const paths: Record<string, string> = {
  reservation: "reservations",
  prestation: "prestations",
  facture: "factures",
  webhook: "webhooks",
};

/**
 * The thin body, in the words of CloudEvents 1.0: what happened to which object. No personal data: who may know more
 * reads the object at `data.url` with a key of their own.
 */
export function bodyOf(message: Message): string {
  const base = `${env().NEXTAUTH_URL.replace(/\/$/, "")}/api/services_personne`;
  const subject = `${paths[message.objetType] ?? message.objetType}/${message.objetId}`;
  return JSON.stringify({
    specversion: "1.0",
    id: message.evenementId,
    type: message.type,
    source: base,
    time: message.survenuLe.toISOString(),
    subject,
    datacontenttype: "application/json",
    data: {
      objet: { type: message.objetType, id: message.objetId },
      url: `${base}/${subject}/`,
    },
  });
}

export type Secrets = { secret: string; secretPrecedent: string | null; secretPrecedentFin: Date | null };

/** The headers of Standard Webhooks 1.0; two signatures while a former secret is still valid. */
export function signedHeaders(
  message: Message,
  body: string,
  secrets: Secrets,
  now: Date,
): Record<string, string> {
  const id = `msg_${message.messageId}`;
  const { secret, secretPrecedent: former, secretPrecedentFin: end } = secrets;
  const sealed = former && end && end > now ? [secret, former] : [secret];
  const signatures = sealed.map((one) => new Webhook(unseal(one, PURPOSE)).sign(id, now, body));
  return {
    "content-type": "application/cloudevents+json; charset=utf-8",
    "user-agent": "Dihya-Webhooks/1.0",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}
