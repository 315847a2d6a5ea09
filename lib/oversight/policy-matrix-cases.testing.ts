import type { ActorRole } from "@/lib/foundation/context";
import type { RefusalCode } from "@/lib/foundation/errors";
import type { OperationName } from "@/lib/foundation/policy";
import {
  absence,
  absentObjects,
  booking,
  draft,
  issued,
  type MatrixWorld,
  type Objects,
  paid,
  programmation,
  quote,
  quoteDraft,
  rapport,
  review,
  type Target,
  visit,
  work,
} from "./policy-matrix-world.testing";

type Input = Record<string, unknown>;

/** `object`: the call aims at one object. `self`: it aims at nobody's. `list`: what it shows must be within reach. */
export type Case =
  | { kind: "self"; input: Input }
  | { kind: "list"; input: Input; owner: (row: Record<string, number>) => Partial<Objects> }
  | {
      kind: "object";
      input: (world: MatrixWorld, target: Target, role: ActorRole) => Promise<Input>;
      absent?: RefusalCode;
    };

const self = (input: Input = {}): Case => ({ kind: "self", input });
const whose = (world: MatrixWorld, target: Target) =>
  target === "missing" ? absentObjects : world.objects[target];

/** Aims at a row made for the call, by its id. */
function made(
  make: (world: MatrixWorld, who: Objects, role: ActorRole) => Promise<{ id: number }>,
  rest: Input = {},
): Case {
  return {
    kind: "object",
    input: async (world, target, role) => {
      const id =
        target === "missing" ? absentObjects.clientId : (await make(world, whose(world, target), role)).id;
      return { id, ...rest };
    },
  };
}
/** Aims at a person or an agency by a field of the input. */
function aimed(field: string, key: keyof Objects, rest: Input = {}, absent?: RefusalCode): Case {
  return {
    kind: "object",
    absent,
    input: async (world, target) => ({ [field]: whose(world, target)[key], ...rest }),
  };
}
const list = (owner: (row: Record<string, number>) => Partial<Objects>, input: Input = {}): Case => ({
  kind: "list",
  owner,
  input,
});

/** A client's certificate of a year in which they paid. */
function certificate(): Case {
  return {
    kind: "object",
    input: async (world, target) => {
      const { clientId } = target === "missing" ? absentObjects : await paid(world, whose(world, target));
      return { annee: 2025, client_id: clientId };
    },
  };
}
const ofClient = (row: Record<string, number>) => ({ clientId: row.client_id, agenceId: row.agence_id });
const words = { fr: "Essai", en: "Trial", ar: "تجربة", tzm: "Aɛraḍ" };
const later = { date: "2030-03-12T10:00:00", duree: 1 };
const password = "une phrase assez longue";
const identity = { nom: "Essai", prenom: "Ana" };
const somewhere = {
  code: "essai",
  nom: "Essai",
  voie: "1 rue",
  code_postal: "75001",
  commune: "Paris",
  serie_facture: "ZZ",
};

export const cases: Record<OperationName, Case> = {
  "session.open": self({ email: "personne@example.test", mot_de_passe: "x" }),
  "session.close": self(),
  "token.create": self({ email: "personne@example.test", password: "x" }),
  "token.refresh": self({ refresh_token: "inconnu-inconnu-inconnu-inconnu-inconnu" }),
  "token.revoke": self({ refresh_token: "inconnu-inconnu-inconnu-inconnu-inconnu" }),
  "account.register": self({ ...identity, email: "essai@example.test", mot_de_passe: password }),
  "account.confirm": self({ jeton: "inconnu-inconnu-inconnu-inconnu-inconnu" }),
  "account.requestReset": self({ email: "personne@example.test" }),
  "account.resetPassword": self({ jeton: "inconnu-inconnu-inconnu-inconnu-inconnu", mot_de_passe: password }),
  "account.createFirstAdmin": self({
    jeton: "inconnu-inconnu-inconnu-inconnu-inconnu",
    email: "a@example.test",
    ...identity,
    mot_de_passe: password,
  }),
  "account.createFirstAdminLink": self(),
  "moi.read": self(),
  "moi.update": self({ langue: "fr" }),
  "utilisateur.list": self(),
  "utilisateur.read": aimed("id", "utilisateurId"),
  "utilisateur.create": self({ ...identity, email: "nouveau@example.test", role: "auditeur" }),
  "utilisateur.update": aimed("id", "utilisateurId", { langue: "en" }),
  "courriel.list": self(),
  "courriel.send": self({ courriel_id: 1 }),
  "courriel.purge": self(),
  "administration.read": self(),
  "tache.list": self(),
  "tache.read": made(work),
  "tache.cancel": made(work),
  "idempotence.purge": self(),
  "agence.list": self(),
  "agence.read": aimed("id", "agenceId"),
  "agence.create": self(somewhere),
  "agence.update": aimed("id", "agenceId", { commune: "Paris" }),
  "activite.list": self(),
  "activite.read": self({ id: "menage-inconnu" }),
  "activite.create": self({ code: "essai", famille: "maison", regime: "declaration", libelles: words }),
  "activite.update": self({ id: 2_000_000_000, famille: "maison" }),
  "tarif.list": list((row) => ({ agenceId: row.agence_id })),
  "tarif.create": self({
    agence_id: 1,
    activite_id: 2_000_000_000,
    prix_horaire_ttc: "30.00",
    du: "2030-01-01",
  }),
  "devis.list": list(ofClient),
  "devis.read": made(quote),
  "devis.create": aimed(
    "client_id",
    "clientId",
    { lignes: [{ type: "inconnu", duree: 1 }] },
    "clientUnknown",
  ),
  "devis.delete": made(quoteDraft),
  "devis.send": made(quoteDraft),
  "devis.accept": made(quote),
  "devis.refuse": made(quote),
  "devis.expire": self(),
  "devis.export": made(quote),
  "devis.simulate": self({ type: "inconnu", agence_id: 1, duree: 2 }),
  "client.list": list((row) => ({ clientId: row.id, agenceId: row.agence_id })),
  "client.read": aimed("id", "clientId"),
  "client.create": self(identity),
  "client.export": self(),
  "client.update": aimed("id", "clientId", { telephone: "0139980000" }),
  "intervenant.list": list((row) => ({ intervenantId: row.id, agenceId: row.agence_id })),
  "intervenant.read": aimed("id", "intervenantId"),
  "intervenant.create": self(identity),
  "intervenant.update": aimed("id", "intervenantId", { secteur: "Nord" }),
  "disponibilite.list": aimed("intervenant_id", "intervenantId"),
  "disponibilite.replace": aimed("intervenant_id", "intervenantId", {
    disponibilites: [{ jour: 1, heure_debut: "08:00", heure_fin: "18:00" }],
  }),
  "absence.list": list((row) => ({ intervenantId: row.intervenant_id })),
  "absence.create": aimed("intervenant_id", "intervenantId", {
    debut: "2031-01-01",
    fin: "2031-01-02",
    type: "conge",
  }),
  "absence.decide": made(absence, { decision: "refusee" }),
  "prestation.list": list((row) => ({ ...ofClient(row), intervenantId: row.intervenant_id })),
  "prestation.export": self(),
  "prestation.read": made((world, who) => visit(world, who)),
  "prestation.create": {
    kind: "object",
    absent: "clientUnknown",
    input: async (world, target) => ({
      client_id: whose(world, target).clientId,
      type: world.code,
      ...later,
    }),
  },
  "prestation.update": made((world, who) => visit(world, who), { instructions: "Sonner deux fois" }),
  "prestation.move": made((world, who) => visit(world, who), later),
  "prestation.cancel": made((world, who) => visit(world, who), { motif: "essai" }),
  "prestation.validate": made((world, who) => visit(world, who, { statut: "realisee" })),
  "prestation.note": made((world, who) => visit(world, who), { note_intervenant: "fait" }),
  "pointage.list": made((world, who) => visit(world, who)),
  "pointage.create": made((world, who) => visit(world, who, { statut: "confirmee" }), { type: "arrivee" }),
  "reservation.list": list(ofClient),
  "reservation.read": made(booking),
  "reservation.create": {
    kind: "object",
    absent: "clientUnknown",
    input: async (world, target) => ({
      client_id: whose(world, target).clientId,
      type: world.code,
      ...later,
    }),
  },
  "reservation.accept": made(booking),
  "reservation.refuse": made(booking, { motif: "essai" }),
  "reservation.cancel": made(booking),
  "reservation.expire": self(),
  "creneau.list": {
    kind: "object",
    absent: "clientUnknown",
    input: async (world, target) => ({
      client_id: whose(world, target).clientId,
      type: world.code,
      duree: 1,
      du: "2030-03-12",
      au: "2030-03-13",
    }),
  },
  "candidat.list": {
    kind: "object",
    absent: "clientUnknown",
    input: async (world, target) => ({
      client_id: whose(world, target).clientId,
      type: world.code,
      ...later,
    }),
  },
  "heures.read": aimed("intervenant_id", "intervenantId", { mois: "2026-03" }),
  "planning.read": aimed("intervenant_id", "intervenantId", { semaine: "2026-W11" }),
  "abonnement.list": self(),
  "abonnement.create": self({ nom: "Essai" }),
  "abonnement.renew": self({ id: 2_000_000_000 }),
  "abonnement.revoke": self({ id: 2_000_000_000 }),
  "flux.read": self({ fichier: "inconnu.ics" }),
  "tableau.read": self(),
  "rapport.list": list((row) => ({ agenceId: row.agence_id ?? undefined })),
  "rapport.read": made(rapport),
  "rapport.create": self({ type: "creances", au: "2026-02-28" }),
  "rapport.export": made(rapport, { format: "csv" }),
  "rapport.purge": self(),
  "programmation.list": list((row) => ({ agenceId: row.agence_id })),
  "programmation.create": self({ type: "qualite", frequence: "mensuelle", agence_id: 2_000_000_000 }),
  "programmation.delete": made(programmation),
  "programmation.run": self({ apres: 0 }),
  "facture.list": list(ofClient),
  "facture.read": made(issued),
  "facture.preview": self({ periode: "2026-02" }),
  "facture.prepare": aimed("client_id", "clientId", { periode: "2031-01" }, "clientUnknown"),
  "facture.issue": made(draft),
  "facture.delete": made(draft),
  "facture.export": made(issued),
  "facture.exportList": self(),
  "avoir.create": made(issued, { motif: "essai" }),
  "facture.render": self({ facture_id: 2_000_000_000 }),
  "attestation.list": list(ofClient, { annee: 2025 }),
  "attestation.read": certificate(),
  "attestation.export": certificate(),
  "attestation.exportAll": self({ annee: 2025 }),
  "paiement.list": made(issued),
  "paiement.create": made(draft, { montant: "1.00", mode: "carte" }),
  "avis.list": self(),
  "avis.listDossiers": list(ofClient),
  "avis.read": made(review),
  "avis.create": {
    kind: "object",
    input: async (world, target) => ({
      prestation_id:
        target === "missing" ? absentObjects.clientId : (await visit(world, whose(world, target))).id,
      note: 4,
    }),
  },
  "avis.update": made(review, { note: 4 }),
  "avis.moderate": made(review, { decision: "publie" }),
  "avis.answer": made(review, { reponse: "Merci" }),
  "openData.read": self(),
  "openData.readJeu": self({ jeu: "prestations-par-activite" }),
  "openData.readPublication": aimed("id", "agenceId"),
  "openData.updatePublication": aimed("id", "agenceId", { publie: true }),
  "notification.list": self(),
  "notification.update": self({ id: 2_000_000_000 }),
  "notification.remind": self(),
  "alerte.raise": self(),
  "alerte.list": list((row) => ({ agenceId: row.agence_id })),
  "notification.readPreferences": self(),
  "notification.updatePreferences": self({ silence: null }),
  "notification.create": self({ type: "facture.emise", objet_id: 2_000_000_000, acteur_id: null }),
  "import.preview": self({ type: "client", contenu: btoa("nom;prenom\nA;B") }),
  "import.model": self({ type: "client" }),
  "import.create": self({ type: "client", contenu: btoa("nom;prenom\nA;B"), essai: true }),
  "import.execute": self({ tache_id: 2_000_000_000, type: "client", essai: true, correspondance: {} }),
  "webhook.list": self(),
  "webhook.read": self({ id: 2_000_000_000 }),
  "webhook.create": self({ nom: "Essai", url: "https://127.0.0.1/", evenements: ["facture.emise"] }),
  "webhook.update": self({ id: 2_000_000_000, nom: "Essai" }),
  "webhook.delete": self({ id: 2_000_000_000 }),
  "webhook.rotate": self({ id: 2_000_000_000 }),
  "webhook.test": self({ id: 2_000_000_000 }),
  "livraison.list": self({ id: 2_000_000_000 }),
  "livraison.replay": self({ id: 2_000_000_000, livraison_id: 1 }),
  "livraison.send": self({ livraison_id: 2_000_000_000, tentative: 0 }),
  "livraison.purge": self(),
  "audit.list": self(),
  "audit.read": self({ id: 2_000_000_000 }),
  "audit.export": self(),
  "audit.verify": self(),
  "sante.read": self(),
};
