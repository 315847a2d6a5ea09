import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites, avantagesFiscaux } from "@/db/schema/activites";
import { adresses, clients } from "@/db/schema/clients";
import { compteursFactures, factureLignes } from "@/db/schema/factures";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { columnsOf, opened } from "@/db/vault/open";

export type EmissionData = Awaited<ReturnType<typeof loadEmission>>;

/** Everything an invoice will say, read in the issuing transaction. */
export async function loadEmission(tx: Tx, facture: { id: number; agenceId: number; clientId: number }) {
  const [agenceRows, clientRows, adresseRows, lignes] = await Promise.all([
    tx.select().from(agences).where(eq(agences.id, facture.agenceId)),
    opened(tx, tx.select(columnsOf(clients)).from(clients).where(eq(clients.id, facture.clientId))),
    opened(
      tx,
      tx
        .select(columnsOf(adresses))
        .from(adresses)
        .where(and(eq(adresses.clientId, facture.clientId), eq(adresses.principale, true))),
    ),
    tx
      .select({
        ligne: factureLignes,
        debut: prestations.debut,
        fin: prestations.fin,
        libelles: activites.libellesLegaux,
        matricule: intervenants.matricule,
      })
      .from(factureLignes)
      .leftJoin(prestations, eq(prestations.id, factureLignes.prestationId))
      .leftJoin(activites, eq(activites.id, factureLignes.activiteId))
      .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
      .where(eq(factureLignes.factureId, facture.id))
      .orderBy(asc(factureLignes.rang)),
  ]);
  const agence = agenceRows[0];
  const client = clientRows[0];
  if (!agence || !client) throw new Error(`invoice ${facture.id} has no agency or client`);
  return { agence, client, adresse: adresseRows[0], lignes };
}

/** The tax benefit in force in a country on a day (France: CGI 199 sexdecies); undefined where there is none. */
export async function findAvantage(tx: Queryable, pays: "FR" | "DZ" | "MA", jour: string) {
  const rows = await tx
    .select()
    .from(avantagesFiscaux)
    .where(and(eq(avantagesFiscaux.pays, pays), sql`daterange(du, au, '[]') @> ${jour}::date`));
  return rows[0];
}

/** Visits that have become part of an issued invoice. Returns their ids. */
export async function markInvoiced(tx: Tx, ids: readonly number[], now: Date): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .update(prestations)
    .set({ statut: "facturee", version: sql`${prestations.version} + 1`, modifieLe: now })
    .where(and(inArray(prestations.id, [...ids]), eq(prestations.statut, "validee")))
    .returning({ id: prestations.id });
  return rows.map((row) => row.id);
}

export type Numero = { annee: number; sequence: number; precedente: string; dateEmission: string };

/**
 * Takes the next number of (series, year) by locking its counter row until the commit: no gap, no duplicate, and
 * dates that never go back. Call it last: every other issuer of the series waits from here on.
 */
export async function takeNumber(tx: Tx, serie: string, jour: string): Promise<Numero> {
  const annee = Number(jour.slice(0, 4));
  const rows = await tx
    .insert(compteursFactures)
    .values({ serie, annee, dernier: 1, empreinte: "0".repeat(64), derniereDate: jour })
    .onConflictDoUpdate({
      target: [compteursFactures.serie, compteursFactures.annee],
      set: {
        dernier: sql`${compteursFactures.dernier} + 1`,
        derniereDate: sql`greatest(${compteursFactures.derniereDate}, ${jour}::date)`,
      },
    })
    .returning();
  const row = rows[0] as typeof compteursFactures.$inferSelect;
  return { annee, sequence: row.dernier, precedente: row.empreinte, dateEmission: row.derniereDate };
}

/** Moves the head of the series' chain to the document just issued. */
export async function advanceChain(tx: Tx, serie: string, annee: number, empreinte: string): Promise<void> {
  await tx
    .update(compteursFactures)
    .set({ empreinte })
    .where(and(eq(compteursFactures.serie, serie), eq(compteursFactures.annee, annee)));
}
