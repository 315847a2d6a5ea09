import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { factureLignes } from "@/db/schema/factures";
import { prestations } from "@/db/schema/prestations";
import type { LigneFacturee } from "./avoir";
import { creditedOf } from "./store";

/** The lines of an invoice with what is credited of each; call it with the invoice locked. */
export async function loadLignes(tx: Tx, factureId: number): Promise<LigneFacturee[]> {
  const rows = await tx
    .select({ ligne: factureLignes, credite: creditedOf })
    .from(factureLignes)
    .where(eq(factureLignes.factureId, factureId))
    .orderBy(asc(factureLignes.rang));
  return rows.map(({ ligne, credite }) => ({
    id: ligne.id,
    rang: ligne.rang,
    prestationId: ligne.prestationId,
    activiteId: ligne.activiteId,
    libelle: ligne.libelle,
    quantiteMin: ligne.quantiteMin,
    unite: ligne.unite,
    prixUnitaireTtc: ligne.prixUnitaireTtc,
    tauxTvaBp: ligne.tauxTvaBp,
    montantHt: ligne.montantHt,
    montantTva: ligne.montantTva,
    montantTtc: ligne.montantTtc,
    credite,
  }));
}

/** The lines of a cancelled invoice let go of their visits, which may be billed again. Returns the visits' ids. */
export async function freeVisits(tx: Tx, factureId: number, now: Date): Promise<number[]> {
  const lines = await tx
    .update(factureLignes)
    .set({ annulee: true })
    .where(and(eq(factureLignes.factureId, factureId), eq(factureLignes.annulee, false)))
    .returning({ prestationId: factureLignes.prestationId });
  const ids = lines.flatMap(({ prestationId }) => prestationId ?? []);
  if (ids.length === 0) return [];
  const rows = await tx
    .update(prestations)
    .set({ statut: "validee", version: sql`${prestations.version} + 1`, modifieLe: now })
    .where(and(inArray(prestations.id, ids), eq(prestations.statut, "facturee")))
    .returning({ id: prestations.id });
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}
