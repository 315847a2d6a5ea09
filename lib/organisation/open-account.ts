import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { findAccountByEmail, insertAccount, type UtilisateurRow } from "./account-store";
import { queueCourriel } from "./courriel/queue-courriel";
import { issueOneTime } from "./one-time-token";

type Person = Pick<UtilisateurRow, "email" | "prenom" | "nom" | "role" | "langue">;

/**
 * Opens an account that its owner confirms by e-mail. When the e-mail has one already nothing is created: its owner
 * is told, with a link to a new password, and the caller cannot tell the difference. For operations of higher slices.
 */
export async function openAccount(
  tx: Tx,
  ctx: Context,
  person: Person & { motDePasse: string },
): Promise<{ id: number; created: boolean }> {
  const { now } = ctx;
  const id = await insertAccount(tx, { ...person, creeLe: now, modifieLe: now });
  if (id === undefined) return { id: await tellOwner(tx, ctx, person.email), created: false };
  const jeton = await issueOneTime(tx, ctx, "confirmation", id);
  const { email: to, langue, prenom } = person;
  const params = { prenom, jeton, page: "/confirmation" };
  await queueCourriel(tx, ctx, { to, langue, gabarit: "confirm", params });
  return { id, created: true };
}

async function tellOwner(tx: Tx, ctx: Context, email: string): Promise<number> {
  const account = (await findAccountByEmail(tx, email)) as UtilisateurRow;
  if (account.actif) {
    const jeton = await issueOneTime(tx, ctx, "mot_de_passe", account.id);
    const { langue, prenom } = account;
    const params = { prenom, jeton, page: "/mot-de-passe/nouveau" };
    await queueCourriel(tx, ctx, { to: email, langue, gabarit: "alreadyRegistered", params });
  }
  return account.id;
}

/** Sends the link with which the owner of a new account chooses a password. For this slice and higher ones. */
export async function sendInvitation(tx: Tx, ctx: Context, account: Person & { id: number }): Promise<void> {
  const jeton = await issueOneTime(tx, ctx, "invitation", account.id);
  const { email: to, langue, prenom } = account;
  const params = { prenom, jeton, page: "/mot-de-passe/nouveau" };
  await queueCourriel(tx, ctx, { to, langue, gabarit: "invitation", params });
}
