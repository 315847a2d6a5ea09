import { and, ne, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { adresses, clients } from "@/db/schema/clients";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

/** `agence:e-mail` of the clients who have one of these e-mails. */
export async function selectEmails(db: Queryable, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const rows = await db
    .select({ agenceId: clients.agenceId, email: clients.email })
    .from(clients)
    .where(sql`${clients.email} in ${textSet(emails)}`);
  return new Set(rows.map(({ agenceId, email }) => `${agenceId}:${email}`));
}

/** Clients within reach by e-mail, those not erased. */
export async function selectByEmail(
  db: Queryable,
  scope: Scope,
  emails: readonly string[],
): Promise<{ id: number; email: string }[]> {
  if (emails.length === 0) return [];
  return db
    .select({ id: clients.id, email: clients.email })
    .from(clients)
    .where(
      and(
        sql`${clients.email} in ${textSet(emails)}`,
        ne(clients.email, ""),
        within(scope, { agence: clients.agenceId, client: clients.id }),
      ),
    );
}

/** One parameter for any number of values. */
const textSet = (values: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

export async function insertClientRows(tx: Tx, values: (typeof clients.$inferInsert)[]): Promise<number[]> {
  const rows = await tx.insert(clients).values(values).returning({ id: clients.id });
  return rows.map(({ id }) => id);
}

export async function insertAdresseRows(tx: Tx, values: (typeof adresses.$inferInsert)[]): Promise<void> {
  if (values.length > 0) await tx.insert(adresses).values(values);
}
