import type { Queryable } from "@/db/client";
import type { Context, Locale } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { type Compte, compterAnnee, type FactureComptee } from "./attestation";
import { type Attestable, loadComptes, loadMots } from "./attestation-store";
import { destinataireOf, emetteurOf } from "./composition";
import type { AttestationShape, AttestationSummary } from "./schemas-attestation";

type Counted = Attestable & { annee: number; compte: Compte };

/** The certificate's sums on one line; to an auditeur the client is a pseudonym. */
export function presentAttestationSummary(
  { client, agence, annee, compte }: Counted,
  ctx: Context,
): AttestationSummary {
  const hidden = ctx.actor.role === "auditeur";
  return {
    annee,
    client_id: client.id,
    client_nom: hidden ? pseudonym("client", client.id) : `${client.prenom} ${client.nom}`.trim(),
    agence_id: client.agenceId,
    devise: agence.devise,
    heures: compte.minutes / 60,
    montant_eligible: centsToDecimal(compte.eligible),
    montant_especes: centsToDecimal(compte.especes),
    montant_cesu: centsToDecimal(compte.cesu),
  };
}

/** Counts the year for clients already found. */
export async function countYear(
  db: Queryable,
  rows: readonly Attestable[],
  annee: number,
): Promise<Counted[]> {
  const factures = await loadComptes(
    db,
    rows.map(({ client }) => client.id),
  );
  const of = (id: number): FactureComptee[] => factures.get(id) ?? [];
  return rows.map((row) => ({ ...row, annee, compte: compterAnnee(of(row.client.id), annee) }));
}

/** The whole certificate, its activities named in `langue`. */
export async function presentAttestation(
  db: Queryable,
  counted: Counted,
  ctx: Context,
  langue: Locale,
): Promise<AttestationShape> {
  const { compte, agence, client } = counted;
  const hidden = ctx.actor.role === "auditeur";
  const workers = compte.interventions.flatMap(({ intervenantId }) => intervenantId ?? []);
  const words = await loadMots(db, client.id, [...compte.parActivite.keys()], workers);
  const service = (id: number) => words.activites.get(id);
  const emetteur = emetteurOf(agence);
  return {
    ...presentAttestationSummary(counted, ctx),
    organisme: {
      nom: emetteur.nom,
      adresse: emetteur.adresse,
      siren: emetteur.siren,
      numero_declaration: emetteur.numero_declaration,
      date_declaration: emetteur.date_declaration,
      numero_agrement: emetteur.numero_agrement,
      date_agrement: emetteur.date_agrement,
    },
    client_adresse: hidden
      ? []
      : destinataireOf({ agence, client, adresse: words.adresse }).adresse.filter((line) => line !== null),
    activites: [...compte.parActivite].map(([id, part]) => ({
      type: service(id)?.code ?? "",
      libelle: service(id)?.libellesLegaux[langue] ?? "",
      heures: part.minutes / 60,
      montant_eligible: centsToDecimal(part.eligible),
      montant_especes: centsToDecimal(part.especes),
      plafond: plafondOf(service(id)?.plafondCreditImpot ?? null),
    })),
    interventions: compte.interventions.map((one) => {
      const worker = one.intervenantId === null ? undefined : words.intervenants.get(one.intervenantId);
      return {
        mois: one.mois,
        type: service(one.activiteId)?.code ?? "",
        libelle: service(one.activiteId)?.libellesLegaux[langue] ?? "",
        intervenant: hidden ? pseudonym("intervenant", one.intervenantId ?? 0) : nameOf(worker),
        matricule: hidden ? "" : (worker?.matricule ?? ""),
        heures: one.minutes / 60,
        prix_horaire_ttc: centsToDecimal(one.prixHoraire),
      };
    }),
    paiements: compte.paiements.map((one) => ({
      date: one.date,
      mode: one.mode as AttestationShape["paiements"][number]["mode"],
      montant: centsToDecimal(one.montant),
      facture_numero: one.facture,
      eligible: one.eligible,
    })),
  };
}

const plafondOf = (cents: number | null) => (cents === null ? null : centsToDecimal(cents));
const nameOf = (worker: { prenom: string; nom: string } | undefined) =>
  worker ? `${worker.prenom} ${worker.nom}`.trim() : "";
