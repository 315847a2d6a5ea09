import { asc, eq, gt, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { courriels, idempotence, utilisateurs } from "@/db/schema/organisation";
import { opened, toOpen } from "@/db/vault/open";
import { equalityPrint } from "@/db/vault/search";
import type { ClientRow } from "./erasure-store";

/** Texts that would give the person away: whole name, address, phone as it was typed. */
function tracesOf({ prenom, nom, email, telephone }: ClientRow): string[] {
  return [`${prenom} ${nom}`.trim(), email, telephone].filter((text) => text.length >= 5);
}

const speaksOf = (traces: readonly string[]) => {
  const wanted = traces.map((text) => text.toLowerCase());
  return (text: string | null) => text !== null && wanted.some((one) => text.toLowerCase().includes(one));
};
const TOGETHER = 200;

/** Ids of the mail to the person, and of mail to others that speaks of them: every one is opened and read. */
export async function mailOf(db: Queryable, client: ClientRow): Promise<number[]> {
  const account = await accountEmail(db, client.utilisateurId);
  const prints = [client.email, account].filter(Boolean).map((email) => equalityPrint("courriels", email));
  const speaks = speaksOf(tracesOf(client));
  const found: number[] = [];
  let after = 0;
  for (;;) {
    const rows = await opened(
      db,
      db
        .select({
          id: courriels.id,
          vers: courriels.destinataireEmpreinte,
          sujet: toOpen(courriels.sujet),
          texte: toOpen(courriels.texte),
        })
        .from(courriels)
        .where(gt(courriels.id, after))
        .orderBy(asc(courriels.id))
        .limit(TOGETHER),
    );
    const about = rows.filter((row) => prints.includes(row.vers) || speaks(row.sujet) || speaks(row.texte));
    found.push(...about.map(({ id }) => id));
    if (rows.length < TOGETHER) return found;
    after = rows.at(-1)?.id ?? after;
  }
}

/** The address of an account; empty without one. */
export async function accountEmail(db: Queryable, id: number | null): Promise<string> {
  const query = db.select({ email: toOpen(utilisateurs.email) }).from(utilisateurs);
  const rows = await opened(db, query.where(eq(utilisateurs.id, id ?? 0)), () => {});
  return rows[0]?.email ?? "";
}

/** Kept answers that name the person; they live a day, so they are few. */
export async function deleteAnswers(tx: Tx, client: ClientRow): Promise<void> {
  const rows = await opened(
    tx,
    tx.select({ cle: idempotence.cle, corps: toOpen(idempotence.corps) }).from(idempotence),
  );
  const speaks = speaksOf(tracesOf(client));
  const keys = rows.filter(({ corps }) => speaks(corps)).map(({ cle }) => cle);
  if (keys.length > 0) await tx.delete(idempotence).where(inArray(idempotence.cle, keys));
}
