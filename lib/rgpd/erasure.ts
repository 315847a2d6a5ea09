import type { ClientRow, Counts } from "./erasure-store";
import { accountingUntil, claimUntil, type Motif, motifs } from "./retention";
import type { ErasurePreview } from "./schemas-erasure";

type Now = ErasurePreview["maintenant"];
type Kept = ErasurePreview["conserve"];

/** What goes at once. `nombre` 1 or 0 for what a person has once. */
export function goingNow(client: ClientRow, counts: Counts): Now {
  const isAccount = client.utilisateurId === null ? 0 : 1;
  const all: Now = [
    { quoi: "identite", nombre: 1 },
    { quoi: "contacts", nombre: counts.contacts },
    { quoi: "adresses", nombre: counts.adresses },
    { quoi: "acces", nombre: counts.adresses },
    { quoi: "notes", nombre: counts.prestations },
    { quoi: "messages", nombre: counts.messages },
    { quoi: "avis", nombre: counts.avis },
    { quoi: "courriels", nombre: counts.courriels },
    { quoi: "notifications", nombre: counts.notifications },
    { quoi: "agenda", nombre: counts.agenda },
    { quoi: "compte", nombre: isAccount },
  ];
  return all.filter(({ nombre }) => nombre > 0);
}

/** What stays, until when and by which law (GDPR art. 17(3)(b) and (e)). */
export function staying(counts: Counts): Kept {
  const { derniere_facture: facture, dernier_devis: quote } = counts;
  const why = (motif: Motif) => ({ motif, reference: motifs[motif] });
  const accounts = facture ? accountingUntil(facture) : null;
  const all: Kept = [
    { quoi: "factures", nombre: counts.factures, jusqu_au: accounts, ...why("comptabilite") },
    { quoi: "paiements", nombre: counts.paiements, jusqu_au: accounts, ...why("comptabilite") },
    { quoi: "devis", nombre: counts.devis, jusqu_au: quote ? claimUntil(quote) : null, ...why("preuve") },
    { quoi: "prestations", nombre: counts.prestations, jusqu_au: null, ...why("temps_travail") },
    { quoi: "registre", nombre: counts.demandes, jusqu_au: null, ...why("preuve") },
    { quoi: "journal", nombre: 1, jusqu_au: null, ...why("journal") },
  ];
  return all.filter(({ nombre }) => nombre > 0);
}
