import { createTransport } from "nodemailer";
import { Resend } from "resend";
import { env } from "@/lib/foundation/env";

export type Message = { id: number; to: string; langue: string; sujet: string; texte: string; html: string };
export type Transport = { nom: "resend" | "smtp"; send(message: Message): Promise<void> };
type Settings = { RESEND_API_KEY?: string; SMTP_URL?: string; MAIL_FROM: string; NEXTAUTH_URL: string };

/** How mail leaves: Resend, else SMTP, else null (it stays in the outbox that an admin reads). */
export function transportOf(settings: Settings = env()): Transport | null {
  if (settings.RESEND_API_KEY) return resend(settings.RESEND_API_KEY, settings);
  if (settings.SMTP_URL) return smtp(settings.SMTP_URL, settings);
  return null;
}

/** A stable name for the message: a receiver, or Resend itself, drops the second copy after a crash in between. */
const nameOf = (message: Message, settings: Settings) =>
  `courriel-${message.id}@${new URL(settings.NEXTAUTH_URL).hostname}`;

const headersOf = ({ langue }: Message) => ({
  "Content-Language": langue === "tzm" ? "kab" : langue,
  "Auto-Submitted": "auto-generated",
});

function resend(key: string, settings: Settings): Transport {
  const client = new Resend(key);
  return {
    nom: "resend",
    async send(message) {
      const { to, sujet: subject, texte: text, html } = message;
      const body = { from: settings.MAIL_FROM, to, subject, text, html, headers: headersOf(message) };
      const { error } = await client.emails.send(body, { idempotencyKey: nameOf(message, settings) });
      if (error) throw new Error(`${error.name}`);
    },
  };
}

function smtp(url: string, settings: Settings): Transport {
  const client = createTransport(url);
  return {
    nom: "smtp",
    async send(message) {
      const { to, sujet: subject, texte: text, html } = message;
      const messageId = `<${nameOf(message, settings)}>`;
      await client.sendMail({
        from: settings.MAIL_FROM,
        to,
        subject,
        text,
        html,
        messageId,
        headers: headersOf(message),
      });
    },
  };
}
