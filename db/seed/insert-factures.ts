import { sql } from "drizzle-orm";
import type { Tx } from "../client";
import { compteursFactures, factureLignes, factures, paiements } from "../schema/factures";
import type { PlainInsert } from "../vault/open";
import { sealRows } from "../vault/seal";
import { canonical, sha256 } from "./canonical";
import type { Adresse, Client } from "./clients";
import { billedMinutes, type Facture, type Paiement, unitPrice } from "./factures";
import { advanceIdentity, insertRows } from "./insert";
import { makeInstantane } from "./instantanes";
import type { Intervenant } from "./intervenants";
import { gestionnaireOf } from "./utilisateurs";
import { agenceOf } from "./world";

type People = { people: readonly Client[]; homes: readonly Adresse[]; workers: readonly Intervenant[] };

/** Drafts first, then their lines, then the issue: an issued invoice takes no line any more. */
export async function insertFactures(
  tx: Tx,
  rows: readonly Facture[],
  payments: readonly Paiement[],
  world: People,
): Promise<void> {
  await insertRows(tx, factures, rows.map(draftRow));
  await insertRows(tx, factureLignes, lineRows(rows));
  const issued = rows.filter(({ statut }) => statut !== "brouillon");
  const { documents: plain, heads } = chain(issued, world);
  const documents = await sealDocuments(tx, plain, rows);
  await tx.execute(sql`
    update factures f set (statut, serie, annee, sequence, numero, date_emission, echeance, paye, instantane, empreinte,
      emise_par, emise_le, version, modifie_le)
      = (r.statut, r.serie, r.annee, r.sequence, r.numero, r.date_emission, r.echeance, r.paye, r.instantane, r.empreinte,
        r.emise_par, r.emise_le, r.version, r.modifie_le)
    from jsonb_populate_recordset(null::factures, ${JSON.stringify(documents)}::text::jsonb) r where f.id = r.id`);
  await insertRows(tx, compteursFactures, heads);
  await insertRows(
    tx,
    paiements,
    payments.map((row) => ({ ...row, saisiPar: gestionnaireOf(rows[row.factureId - 1]?.agenceId ?? 1) })),
  );
  for (const table of [factures, factureLignes, paiements]) await advanceIdentity(tx, table);
}

/** Each document under the key of the client it names. */
async function sealDocuments<D extends { id: number; instantane: unknown }>(
  tx: Tx,
  documents: readonly D[],
  rows: readonly Facture[],
): Promise<unknown[]> {
  const owners = new Map(rows.map(({ id, clientId }) => [id, clientId]));
  const sealed = await sealRows(
    tx,
    factures,
    documents.map(({ id, instantane }) => ({ id, clientId: owners.get(id), instantane }) as Named),
  );
  return documents.map((row, index) => ({ ...row, instantane: sealed[index]?.instantane }));
}

type Named = PlainInsert<typeof factures>;

function draftRow(facture: Facture): PlainInsert<typeof factures> {
  return {
    id: facture.id,
    agenceId: facture.agenceId,
    clientId: facture.clientId,
    statut: "brouillon",
    periode: facture.periode,
    langue: facture.langue,
    devise: facture.devise,
    totalHt: facture.totaux.ht,
    totalTva: facture.totaux.tva,
    totalTtc: facture.totaux.ttc,
    creeLe: facture.emiseLe,
    modifieLe: facture.emiseLe,
  };
}

function lineRows(rows: readonly Facture[]): (typeof factureLignes.$inferInsert)[] {
  const lines = rows.flatMap((facture) =>
    facture.lignes.map(({ visit, libelle, montants }, index) => ({
      factureId: facture.id,
      rang: index + 1,
      prestationId: visit.id ?? null,
      activiteId: visit.activiteId,
      libelle,
      quantiteMin: billedMinutes(visit),
      unite: visit.statut === "annulee" ? ("forfait" as const) : ("heure" as const),
      prixUnitaireTtc: unitPrice(visit),
      tauxTvaBp: visit.tauxTvaBp,
      montantHt: montants.ht,
      montantTva: montants.tva,
      montantTtc: montants.ttc,
    })),
  );
  return lines.map((line, index) => ({ id: index + 1, ...line }));
}

/** Each document carries the fingerprint of the one before it in its series and year. */
function chain(issued: readonly Facture[], { people, homes, workers }: People) {
  const matricules = workers.map(({ matricule }) => matricule);
  const main = new Map(homes.filter(({ principale }) => principale).map((home) => [home.clientId, home]));
  const heads = new Map<string, typeof compteursFactures.$inferInsert>();
  const documents = issued.map((facture) => {
    const client = people[facture.clientId - 1];
    const home = main.get(facture.clientId);
    if (!client || !home) throw new Error(`no address for client ${facture.clientId}`);
    const { serie } = agenceOf(facture.agenceId);
    const key = `${serie}${facture.annee}`;
    const instantane = makeInstantane(facture, client, home, matricules);
    const before = heads.get(key)?.empreinte ?? "0".repeat(64);
    const empreinte = sha256(`${before}\n${canonical(instantane)}`);
    heads.set(key, {
      serie,
      annee: facture.annee,
      dernier: facture.sequence,
      empreinte,
      derniereDate: facture.dateEmission,
    });
    return {
      id: facture.id,
      statut: facture.statut,
      serie,
      annee: facture.annee,
      sequence: facture.sequence,
      numero: facture.numero,
      date_emission: facture.dateEmission,
      echeance: facture.echeance,
      paye: facture.paye,
      instantane,
      empreinte,
      emise_par: gestionnaireOf(facture.agenceId),
      emise_le: facture.emiseLe,
      version: facture.paye > 0 ? 3 : 2,
      modifie_le: facture.emiseLe,
    };
  });
  return { documents, heads: [...heads.values()] };
}
