import { eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { preferencesNotification } from "@/db/schema/notifications";
import type { Categorie } from "./categories";
import type { Silence } from "./silence";

export type Choix = Partial<Record<Categorie, { application?: boolean; courriel?: boolean; push?: boolean }>>;
export type Preferences = { choix: Choix; silence: Silence | null };
type Row = typeof preferencesNotification.$inferSelect;

const table = preferencesNotification;
const none: Preferences = { choix: {}, silence: null };

const read = ({ choix, silenceDebut, silenceFin }: Row): Preferences => ({
  choix,
  silence: silenceDebut && silenceFin ? { debut: silenceDebut, fin: silenceFin } : null,
});

/** What each of these people wants; those who never chose are left out. */
export async function findPreferences(
  db: Queryable,
  accounts: readonly number[],
): Promise<Map<number, Preferences>> {
  if (accounts.length === 0) return new Map();
  const rows = await db
    .select()
    .from(table)
    .where(inArray(table.utilisateurId, [...accounts]));
  return new Map(rows.map((row) => [row.utilisateurId, read(row)]));
}

/** One person's, their row locked so that two changes at once both count. */
export async function lockPreferences(tx: Tx, utilisateurId: number): Promise<Preferences> {
  await tx.insert(table).values({ utilisateurId }).onConflictDoNothing({ target: table.utilisateurId });
  const rows = await tx.select().from(table).where(eq(table.utilisateurId, utilisateurId)).for("update");
  return rows[0] ? read(rows[0]) : none;
}

export async function savePreferences(
  tx: Tx,
  utilisateurId: number,
  { choix, silence }: Preferences,
  now: Date,
): Promise<void> {
  await tx
    .update(table)
    .set({
      choix,
      silenceDebut: silence?.debut ?? null,
      silenceFin: silence?.fin ?? null,
      modifieLe: now,
    })
    .where(eq(table.utilisateurId, utilisateurId));
}
