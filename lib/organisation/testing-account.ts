import type { Db } from "@/db/client";
import { addUtilisateur } from "@/db/testing-data";
import { hashPassword } from "@/lib/foundation/password";
import { listCourriels } from "./courriel-store";

/** A password that the rules accept, for tests. */
export const GOOD_PASSWORD = "le train part sans moi jeudi";
let hash: Promise<string> | undefined;

/** An account with GOOD_PASSWORD. */
export async function addAccount(db: Db, values: Parameters<typeof addUtilisateur>[1] = {}) {
  hash ??= hashPassword(GOOD_PASSWORD);
  return addUtilisateur(db, { motDePasse: await hash, ...values });
}

/** The messages written to someone, newest first, with the secret of their link. */
export async function mailTo(db: Db, email: string) {
  const { results } = await listCourriels(db, { limit: 200 });
  return results
    .filter((row) => row.destinataire === email)
    .map((row) => ({ ...row, jeton: /jeton=([\w-]+)/.exec(row.texte)?.[1] ?? "" }));
}
