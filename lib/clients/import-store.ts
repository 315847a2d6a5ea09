import { and, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { adresses, clients } from "@/db/schema/clients";
import type { PlainInsert } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import { emailPrint } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

/** `agence:e-mail` of the clients who have one of these e-mails. */
export async function selectEmails(db: Queryable, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const byPrint = printed(emails);
  const rows = await db
    .select({ agenceId: clients.agenceId, empreinte: clients.emailEmpreinte })
    .from(clients)
    .where(sql`${clients.emailEmpreinte} in ${textSet([...byPrint.keys()])}`);
  return new Set(rows.map(({ agenceId, empreinte }) => `${agenceId}:${byPrint.get(empreinte ?? "")}`));
}

/** Clients within reach by e-mail, those not erased. */
export async function selectByEmail(
  db: Queryable,
  scope: Scope,
  emails: readonly string[],
): Promise<{ id: number; email: string }[]> {
  if (emails.length === 0) return [];
  const byPrint = printed(emails);
  const rows = await db
    .select({ id: clients.id, empreinte: clients.emailEmpreinte })
    .from(clients)
    .where(
      and(
        sql`${clients.emailEmpreinte} in ${textSet([...byPrint.keys()])}`,
        within(scope, { agence: clients.agenceId, client: clients.id }),
      ),
    );
  return rows.map(({ id, empreinte }) => ({ id, email: byPrint.get(empreinte ?? "") ?? "" }));
}

/** E-mails by their fingerprints, which is what the database knows of them. */
const printed = (emails: readonly string[]) =>
  new Map(emails.filter(Boolean).map((email) => [emailPrint("clients", email) as string, email]));

/** One parameter for any number of values. */
const textSet = (values: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

export async function insertClientRows(tx: Tx, values: PlainInsert<typeof clients>[]): Promise<number[]> {
  const rows = await tx
    .insert(clients)
    .values(await sealRows(tx, clients, values))
    .returning({ id: clients.id });
  return rows.map(({ id }) => id);
}

export async function insertAdresseRows(tx: Tx, values: PlainInsert<typeof adresses>[]): Promise<void> {
  if (values.length > 0) await tx.insert(adresses).values(await sealRows(tx, adresses, values));
}
