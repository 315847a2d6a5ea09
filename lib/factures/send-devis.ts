import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { civilDay } from "@/lib/foundation/zoned";
import { destinataireOf, emetteurOf, tvaOf } from "./composition";
import { creditDevis } from "./devis";
import { type DevisFileRow, findDevis, findQuoted, lockDevis, updateDevis } from "./devis-store";
import { refuseState } from "./devis-transitions";
import { advanceChain, takeNumber } from "./emission-store";
import { chainHash, numeroOf } from "./facture";
import { presentDevis } from "./present-devis";
import { type DevisInstantane, devisInstantane } from "./schemas-devis";

type Quoted = NonNullable<Awaited<ReturnType<typeof findQuoted>>>;

/**
 * Numbers, freezes and sends a quote: from then on it waits for the client's answer until its last day. Throws
 * `invalidTransition` when it was sent already, `pastNotAllowed` when its last day is over.
 */
export const sendDevis = command({
  name: "devis.send",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const devis = await lockDevis(db, scope, input.id);
    if (!devis) throw new Refused("notFound");
    if (devis.statut !== "brouillon") throw refuseState(devis.statut, "envoye");
    const [quoted, draft] = await Promise.all([
      findQuoted(db, scope, devis.clientId),
      findDevis(db, scope, devis.id),
    ]);
    if (!quoted || !draft) throw new Refused("notFound");
    const jour = civilDay(ctx.now, quoted.agence.fuseau);
    if (devis.valideJusquau < jour) throw new Refused("pastNotAllowed");
    const told = { type: "devis.envoye", objet_id: devis.id, acteur_id: ctx.actor.id };
    await enqueue(db, "notification.create", told);
    const serie = `DV-${quoted.agence.serieFacture}`;
    const { annee, sequence, precedente, dateEmission } = await takeNumber(db, serie, jour);
    const numero = numeroOf(serie, annee, sequence);
    const instantane = compose(draft, quoted, numero, dateEmission);
    const empreinte = chainHash(precedente, instantane);
    await updateDevis(
      db,
      devis.id,
      { statut: "envoye", numero, dateEmission, instantane, empreinte },
      ctx.now,
    );
    await advanceChain(db, serie, annee, empreinte);
    const file = await findDevis(db, scope, devis.id);
    if (!file) throw new Refused("notFound");
    const data = { numero, empreinte, total_ttc: devis.totalTtc, devise: devis.devise };
    return {
      change: {
        objet: { type: "devis", id: devis.id, version: file.devis.version },
        agenceId: devis.agenceId,
        data,
      },
      result: presentDevis(file, ctx),
    };
  },
});

/** Everything the document says. */
function compose(file: DevisFileRow, quoted: Quoted, numero: string, dateEmission: string): DevisInstantane {
  const { devis, lignes, avantage } = file;
  const { langue } = devis;
  return devisInstantane.parse({
    version: 1,
    numero,
    langue,
    date_emission: dateEmission,
    valide_jusquau: devis.valideJusquau,
    devise: devis.devise,
    pays: quoted.agence.pays,
    emetteur: emetteurOf(quoted.agence),
    client: destinataireOf(quoted),
    lignes: lignes.map((ligne) => ({
      libelle: ligne.libellesLegaux[langue],
      libelle_fr: ligne.libellesLegaux.fr,
      frequence: ligne.frequence,
      fois: ligne.fois,
      seance_min: ligne.seanceMin,
      quantite_min: ligne.quantiteMin,
      prix_unitaire_ttc: ligne.prixUnitaireTtc,
      taux_tva_bp: ligne.tauxTvaBp,
      montant_ht: ligne.montantHt,
      montant_tva: ligne.montantTva,
      montant_ttc: ligne.montantTtc,
    })),
    tva: tvaOf(lignes),
    total_ht: devis.totalHt,
    total_tva: devis.totalTva,
    total_ttc: devis.totalTtc,
    credit_impot: avantage
      ? { taux_bp: avantage.tauxBp, montant_indicatif: creditDevis(lignes, avantage) }
      : null,
    exoneration: devis.totalTva === 0 && quoted.agence.pays === "FR" ? "franchise293B" : null,
  });
}
