import type { Tx } from "@/db/client";
import type { Context, Locale } from "@/lib/foundation/context";
import { enqueue } from "@/lib/foundation/jobs";
import { insertCourriel } from "../courriel-store";
import type { Contenu, Gabarit } from "./gabarit";
import { renderCourriel } from "./render";

export type Envoi = {
  to: string;
  langue: Locale;
  gabarit: Gabarit;
  params: Contenu;
  /** Names the event and the reader: the same one is written once, however often this is called. */
  cle?: string;
  /** Not before this instant. */
  apres?: Date;
};

/** Writes an e-mail and the job that sends it in the caller's transaction: both exist exactly when the change does. */
export async function queueCourriel(tx: Tx, ctx: Context, envoi: Envoi): Promise<void> {
  const { to, langue, gabarit, params, cle, apres } = envoi;
  const values = { destinataire: to, langue, gabarit, cle, creeLe: ctx.now };
  const id = await insertCourriel(tx, { ...values, ...renderCourriel(gabarit, langue, params) });
  if (id !== undefined)
    await enqueue(tx, "courriel.send", { courriel_id: id }, apres ? { startAfter: apres } : {});
}
