import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { absences, intervenants } from "@/db/schema/intervenants";
import { courriels } from "@/db/schema/organisation";
import { demandesRgpd } from "@/db/schema/rgpd";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { eraseAccount } from "./erasure-store";

export type IntervenantRow = typeof intervenants.$inferSelect;

/** The intervenant within reach, locked until the transaction ends. */
export async function lockIntervenant(tx: Tx, scope: Scope, id: number): Promise<IntervenantRow | undefined> {
  const rows = await tx
    .select()
    .from(intervenants)
    .where(and(eq(intervenants.id, id), within(scope, { agence: intervenants.agenceId })))
    .for("update");
  return rows[0];
}

/** What names the person or says where they live; the row, its hours and its number stay. */
export async function eraseIntervenant(tx: Tx, row: IntervenantRow, alias: string, now: Date): Promise<void> {
  const { id, email, utilisateurId } = row;
  const account = sql`(select email from utilisateurs where id = ${utilisateurId ?? 0})`;
  await tx.delete(courriels).where(sql`${courriels.destinataire} in (${email || null}, ${account})`);
  await tx.update(absences).set({ motif: "" }).where(eq(absences.intervenantId, id));
  await tx
    .update(demandesRgpd)
    .set({
      message: "",
      reponse: "",
      motifRefus: sql`case when statut = 'refusee' then '-' else '' end`,
      prolongationMotif: sql`case when prolongee_le is not null then '-' else '' end`,
    })
    .where(eq(demandesRgpd.intervenantId, id));
  await tx
    .update(demandesRgpd)
    .set({ statut: "close", closeLe: now, modifieLe: now })
    .where(
      and(
        eq(demandesRgpd.intervenantId, id),
        inArray(demandesRgpd.statut, ["recue", "en_cours", "acceptee"]),
      ),
    );
  await tx
    .update(intervenants)
    .set({
      civilite: "autre",
      nom: alias,
      prenom: "",
      email: "",
      telephone: "",
      secteur: "",
      latitude: null,
      longitude: null,
      recherche: "",
      actif: false,
      effaceLe: now,
      version: sql`${intervenants.version} + 1`,
      modifieLe: now,
    })
    .where(eq(intervenants.id, id));
  if (utilisateurId !== null) await eraseAccount(tx, utilisateurId, now);
}
