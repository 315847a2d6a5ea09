/** Whose key seals a value. `systeme` is for what belongs to nobody in particular. */
export type SujetType = "client" | "intervenant" | "utilisateur" | "systeme";

/** Why it is kept; each purpose has its own key, so that one can be destroyed while another must still be kept. */
export type Finalite = "identite" | "soins" | "facturation" | "compte" | "transit";

type Kind = "text" | "number" | "json" | "bytes";
export type Place = { finalite: Finalite; kind: Kind };
export type SealedTable = {
  sujet: SujetType;
  /** Column that names the subject; absent: the system. */
  par?: string;
  /** Column that names the row, `id` unless said. */
  cle?: string;
  places: Record<string, Place>;
};

const of =
  (finalite: Finalite, kind: Kind = "text") =>
  (...columns: string[]): [string, Place][] =>
    columns.map((column) => [column, { finalite, kind }]);

const table = (sujet: SujetType, par: string | undefined, ...places: [string, Place][][]): SealedTable => ({
  sujet,
  par,
  places: Object.fromEntries(places.flat()),
});

/** Every sealed column of the database, by the names that PostgreSQL knows: table → subject, column → purpose. */
export const sealedTables: Record<string, SealedTable> = {
  clients: table(
    "client",
    "id",
    of("identite")("nom", "prenom", "email", "telephone", "naissance"),
    of("soins")("notes"),
  ),
  adresses: table(
    "client",
    "client_id",
    of("identite")("libelle", "voie", "complement"),
    of("identite", "number")("latitude", "longitude"),
    of("soins")("acces"),
  ),
  contacts: table("client", "client_id", of("identite")("nom", "lien", "telephone", "email")),
  intervenants: table(
    "intervenant",
    "id",
    of("identite")("nom", "prenom", "email", "telephone"),
    of("identite", "number")("latitude", "longitude"),
  ),
  absences: table("intervenant", "intervenant_id", of("soins")("motif")),
  contrats: table("intervenant", "intervenant_id", of("soins")("motif")),
  contrat_avenants: table("intervenant", "intervenant_id", of("soins")("motif")),
  regles_travail: table("systeme", undefined, of("soins")("motif")),
  utilisateurs: table("utilisateur", "id", of("compte")("email", "prenom", "nom")),
  series: table("client", "client_id", of("soins")("instructions", "derogation", "arret_motif")),
  prestations: table(
    "client",
    "client_id",
    of("soins")("instructions", "note_intervenant", "derogation", "annulation_motif"),
  ),
  pointages: table("intervenant", "intervenant_id", of("identite", "number")("latitude", "longitude")),
  reservations: table("client", "client_id", of("soins")("motif", "message")),
  avis: table("client", "client_id", of("soins")("commentaire", "reponse", "motif_refus")),
  factures: table("client", "client_id", of("facturation")("motif"), of("facturation", "json")("instantane")),
  devis: table(
    "client",
    "client_id",
    of("facturation")("motif_refus"),
    of("facturation", "json")("instantane"),
  ),
  filtres_journal: table(
    "utilisateur",
    "utilisateur_id",
    of("compte")("nom"),
    of("compte", "json")("filtre"),
  ),
  // About a client or an intervenant: no one column names whose they are.
  demandes_rgpd: table(
    "systeme",
    undefined,
    of("soins")("message", "motif_refus", "reponse", "prolongation_motif"),
    of("soins", "json")("changements"),
  ),
  paiements: table("systeme", undefined, of("facturation")("reference")),
  fichiers: table("systeme", undefined, of("facturation", "bytes")("contenu")),
  courriels: table("systeme", undefined, of("transit")("destinataire", "sujet", "texte", "html")),
  idempotence: { ...table("systeme", undefined, of("transit")("corps")), cle: "cle" },
  tache_fichiers: { ...table("systeme", undefined, of("transit", "bytes")("contenu")), cle: "tache_id" },
};

/** The table's entry and the column's place; throws on one that is not sealed. */
export function placeOf(tableName: string, column: string): { entry: SealedTable; place: Place } {
  const entry = sealedTables[tableName];
  const place = entry?.places[column];
  if (!entry || !place) throw new Error(`${tableName}.${column} is not a sealed column`);
  return { entry, place };
}
