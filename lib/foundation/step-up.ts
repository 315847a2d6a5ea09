import type { Context } from "./context";
import { Refused } from "./errors";
import type { OperationName } from "./policy";
import { parametresOf } from "./read-parametres";
import { hasSecondFactor } from "./second-factor";

/**
 * What a stolen session must not do: files of personal data and of the log, rights of others, keys and secrets, second
 * factors, erasure. Each asks that its caller proved who they are within the time that the setting says.
 */
const always: ReadonlySet<OperationName> = new Set<OperationName>([
  "client.export",
  "prestation.export",
  "serie.export",
  "devis.exportList",
  "facture.exportList",
  "attestation.exportAll",
  "rapport.export",
  "rgpd.export",
  "rgpd.exportClient",
  "rgpd.exportIntervenant",
  "rgpd.eraseClient",
  "conservation.start",
  "incident.report",
  "audit.export",
  "audit.exportProof",
  "utilisateur.create",
  "utilisateur.update",
  "cle.create",
  "cle.revoke",
  "webhook.create",
  "webhook.rotate",
  "webhook.delete",
  "plugin.enable",
  "secondFacteur.prepare",
  "secondFacteur.reset",
]);

/** Lists of people and of what was done for them: their file is an export, whatever operation reads it. */
const personal: ReadonlySet<string> = new Set(
  ["client", "intervenant", "utilisateur", "prestation", "reservation", "serie", "devis", "facture"].concat([
    "paiement",
    "avis",
    "absence",
    "pointage",
    "rgpd",
    "effacement",
    "traitement",
    "incident",
    "audit",
  ]),
);

/** How long things are kept is erasure too: a shorter time erases more. */
const isGuardedSetting = (name: OperationName, input: unknown) =>
  name === "parametre.update" && /^(securite|conservation)\./.test(String((input as { cle?: unknown }).cle));

/** Throws `reauthenticate` when this call asks for a recent proof and its caller has none. */
export async function requireRecent(ctx: Context, name: OperationName, input: unknown): Promise<void> {
  if (always.has(name) || isGuardedSetting(name, input)) await refuseOld(ctx);
}

/** The same for a list that leaves as a file. */
export async function requireRecentForFile(ctx: Context, list: string): Promise<void> {
  if (personal.has(list.split(".")[0] ?? "")) await refuseOld(ctx);
}

/** Whether this caller proved who they are recently enough. A key has nobody to ask: its scopes and end bound it. */
export async function isRecent(ctx: Context): Promise<boolean> {
  return isWithin(ctx, await minutesAsked(ctx));
}

/** For how long a proof counts; 0: for ever. */
const minutesAsked = async ({ db }: Context) => (await parametresOf(db)).of("securite.confirmation");

const isWithin = ({ actor, now, session }: Context, minutes: number): boolean =>
  actor.type !== "user" ||
  minutes === 0 ||
  (session !== undefined && session.authentifieLe >= ago(now, minutes));

const ago = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);

async function refuseOld(ctx: Context): Promise<void> {
  const minutes = await minutesAsked(ctx);
  if (isWithin(ctx, minutes)) return;
  const seconds = minutes * 60;
  // RFC 9470: a program asks its user again, and comes back with a new token.
  const challenge = `Bearer error="insufficient_user_authentication", max_age="${seconds}"`;
  // Whoever has a second factor proves both again: a proof means the same through every door.
  const extra = { second_facteur: await hasSecondFactor(ctx.db, ctx.actor.id ?? 0) };
  throw new Refused("reauthenticate", { headers: { "WWW-Authenticate": challenge }, extra });
}
