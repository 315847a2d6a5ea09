import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contratAvenants, contrats } from "@/db/schema/contrats";
import { absences, intervenants } from "@/db/schema/intervenants";
import { courriels } from "@/db/schema/organisation";
import { demandesRgpd } from "@/db/schema/rgpd";
import { NOTHING } from "@/db/vault/columns";
import { replaceDeks } from "@/db/vault/keys";
import { columnsOf, opened, type Plain } from "@/db/vault/open";
import { sealChanges } from "@/db/vault/seal";
import { equalityPrint } from "@/db/vault/search";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { forgetWords } from "./demande-store";
import { accountEmail } from "./erasure-mail-store";
import { eraseAccount } from "./erasure-store";

export type IntervenantRow = Plain<typeof intervenants>;

/** The intervenant within reach, locked until the transaction ends. */
export async function lockIntervenant(tx: Tx, scope: Scope, id: number): Promise<IntervenantRow | undefined> {
  const query = tx.select(columnsOf(intervenants)).from(intervenants);
  const mine = and(eq(intervenants.id, id), within(scope, { agence: intervenants.agenceId }));
  // After a restore their key may be newer than what stands sealed: they are forgotten all the same.
  const rows = await opened(tx, query.where(mine).for("update"), () => {});
  return rows[0];
}

/** What names the person or says where they live; the row, its hours and its number stay. */
export async function eraseIntervenant(tx: Tx, row: IntervenantRow, alias: string, now: Date): Promise<void> {
  const { id, email, utilisateurId } = row;
  const addresses = [email, await accountEmail(tx, utilisateurId)].filter(Boolean);
  const prints = addresses.map((address) => equalityPrint("courriels", address));
  if (prints.length > 0) await tx.delete(courriels).where(inArray(courriels.destinataireEmpreinte, prints));
  // New keys first: what every copy made before today sealed can never be read again.
  await replaceDeks(tx, { type: "intervenant", id }, ["identite", "soins"]);
  await tx.update(absences).set({ motif: NOTHING }).where(eq(absences.intervenantId, id));
  await tx.update(contrats).set({ motif: NOTHING }).where(eq(contrats.intervenantId, id));
  await tx.update(contratAvenants).set({ motif: NOTHING }).where(eq(contratAvenants.intervenantId, id));
  await forgetWords(tx, eq(demandesRgpd.intervenantId, id));
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
      ...(await sealChanges(tx, intervenants, { id }, { nom: alias })),
      prenom: NOTHING,
      email: NOTHING,
      telephone: NOTHING,
      secteur: "",
      latitude: null,
      longitude: null,
      recherche: [],
      emailEmpreinte: null,
      actif: false,
      effaceLe: now,
      version: sql`${intervenants.version} + 1`,
      modifieLe: now,
    })
    .where(eq(intervenants.id, id));
  if (utilisateurId !== null) await eraseAccount(tx, utilisateurId, now);
}
