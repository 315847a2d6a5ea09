import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { utilisateurs } from "@/db/schema/organisation";
import { opened, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { accountPrints } from "@/lib/foundation/person-search";

/** An account as operations give it: its fingerprints are the store's business. */
export type NewUtilisateur = Omit<PlainInsert<typeof utilisateurs>, "emailEmpreinte" | "recherche">;

const identity = {
  email: toOpen(utilisateurs.email),
  prenom: toOpen(utilisateurs.prenom),
  nom: toOpen(utilisateurs.nom),
};

/** The row of a new account, sealed, with its fingerprints. */
export const sealedAccount = (tx: Tx, values: NewUtilisateur) =>
  sealRows(tx, utilisateurs, [{ ...values, ...accountPrints(values) }]);

/** Changes of an account, sealed; its fingerprints follow its name and e-mail. */
export async function sealedAccountChanges(tx: Tx, id: number, values: Partial<NewUtilisateur>) {
  const named = values.email !== undefined || values.prenom !== undefined || values.nom !== undefined;
  if (!named) return sealChanges(tx, utilisateurs, { id }, values);
  const rows = await opened(tx, tx.select(identity).from(utilisateurs).where(eq(utilisateurs.id, id)));
  const before = rows[0] ?? { email: "", prenom: "", nom: "" };
  const after = {
    email: values.email ?? before.email,
    prenom: values.prenom ?? before.prenom,
    nom: values.nom ?? before.nom,
  };
  return sealChanges(tx, utilisateurs, { id }, { ...values, ...accountPrints(after) });
}
