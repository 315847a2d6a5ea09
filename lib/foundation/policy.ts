import type { Portee } from "@/db/states";
import type { Actor, ActorRole } from "./context";
import { Refused } from "./errors";

/**
 * How far an allowed operation goes: `all` everything; `agence` the caller's agencies; `own` the caller's own file
 * (client, or account); `assigned` what is assigned to the intervenant; `public` published data only.
 */
export type Reach = "all" | "agence" | "own" | "assigned" | "public";
type Rule = Partial<Record<ActorRole, Reach>>;

const everyone = {
  admin: "all",
  gestionnaire: "all",
  intervenant: "all",
  client: "all",
  auditeur: "all",
} as const;
const signedIn = {
  admin: "own",
  gestionnaire: "own",
  intervenant: "own",
  client: "own",
  auditeur: "own",
} as const;
const staff = { admin: "all", gestionnaire: "agence" } as const;
const admin = { admin: "all" } as const;

/** The one table of rights. An operation absent for a role is refused (403); out of reach is not found (404). */
export const policy = {
  "session.open": { guest: "public", ...signedIn },
  "session.close": signedIn,
  "token.create": { guest: "public", ...signedIn },
  "token.refresh": { guest: "public", ...signedIn },
  "token.revoke": { guest: "public", ...signedIn },
  "account.register": { guest: "public" },
  "account.confirm": { guest: "public", ...signedIn },
  "account.requestReset": { guest: "public", ...signedIn },
  "account.resetPassword": { guest: "public", ...signedIn },
  "account.createFirstAdmin": { guest: "public" },
  "account.createFirstAdminLink": { system: "all" },
  "moi.read": signedIn,
  "moi.update": signedIn,
  "administration.read": admin,
  "utilisateur.list": admin,
  "utilisateur.read": admin,
  "utilisateur.create": admin,
  "utilisateur.update": admin,
  "courriel.list": admin,
  "courriel.send": { system: "all" },
  "courriel.purge": { system: "all" },
  "tache.list": { ...signedIn, admin: "all" },
  "tache.read": { ...signedIn, admin: "all" },
  "tache.cancel": { ...signedIn, admin: "all" },
  "file.list": admin,
  "echec.list": admin,
  "echec.rejouer": admin,
  "echec.rejouerFile": admin,
  "echec.abandonner": admin,
  "idempotence.purge": { system: "all" },
  "parametre.list": admin,
  "parametre.read": admin,
  "parametre.update": admin,
  "agence.list": { guest: "public", ...everyone },
  "agence.read": { guest: "public", ...everyone },
  "agence.create": admin,
  "agence.update": admin,
  "activite.list": { guest: "public", ...everyone },
  "activite.read": { guest: "public", ...everyone },
  "activite.create": admin,
  "activite.update": admin,
  "tarif.list": { admin: "all", gestionnaire: "agence", auditeur: "all" },
  "tarif.create": admin,
  "devis.list": { ...staff, auditeur: "all", client: "own" },
  "devis.read": { ...staff, auditeur: "all", client: "own" },
  "devis.create": staff,
  "devis.delete": staff,
  "devis.send": staff,
  "devis.accept": { ...staff, client: "own" },
  "devis.refuse": { ...staff, client: "own" },
  "devis.expire": { system: "all" },
  "devis.export": { ...staff, client: "own" },
  "devis.exportList": staff,
  "devis.preview": staff,
  "devis.simulate": { guest: "public", ...everyone },
  "client.list": { ...staff, auditeur: "all", client: "own" },
  "client.read": { ...staff, auditeur: "all", client: "own", intervenant: "assigned" },
  "client.create": staff,
  "client.export": staff,
  "client.update": { ...staff, client: "own" },
  "intervenant.list": { ...staff, auditeur: "all", intervenant: "own" },
  "intervenant.read": { ...staff, auditeur: "all", intervenant: "own" },
  "intervenant.create": staff,
  "intervenant.update": staff,
  "disponibilite.list": { ...staff, auditeur: "all", intervenant: "own" },
  "disponibilite.replace": { ...staff, intervenant: "own" },
  "absence.list": { ...staff, auditeur: "all", intervenant: "own" },
  "absence.create": { ...staff, intervenant: "own" },
  "absence.decide": staff,
  "prestation.list": { ...staff, auditeur: "all", client: "own", intervenant: "assigned" },
  "prestation.read": { ...staff, auditeur: "all", client: "own", intervenant: "assigned" },
  "prestation.create": staff,
  "prestation.update": staff,
  "prestation.move": { ...staff, client: "own" },
  "prestation.cancel": { ...staff, client: "own" },
  "prestation.validate": { ...staff, client: "own" },
  "prestation.export": staff,
  "prestation.note": { intervenant: "assigned" },
  "serie.list": { ...staff, auditeur: "all", client: "own", intervenant: "assigned" },
  "serie.read": { ...staff, auditeur: "all", client: "own", intervenant: "assigned" },
  "serie.preview": staff,
  "serie.create": staff,
  "serie.update": staff,
  "serie.stop": staff,
  "serie.export": staff,
  "serie.generate": { system: "all" },
  "pointage.list": { ...staff, auditeur: "all", client: "own", intervenant: "assigned" },
  "pointage.create": { ...staff, intervenant: "assigned" },
  "reservation.list": { ...staff, auditeur: "all", client: "own" },
  "reservation.read": { ...staff, auditeur: "all", client: "own" },
  "reservation.create": { ...staff, client: "own" },
  "reservation.accept": staff,
  "reservation.refuse": staff,
  "reservation.cancel": { ...staff, client: "own" },
  "reservation.expire": { system: "all" },
  "creneau.list": { ...staff, client: "own" },
  "candidat.list": staff,
  "planning.read": { ...staff, auditeur: "all", intervenant: "own" },
  "conflit.list": staff,
  "publication.list": staff,
  "publication.preview": staff,
  "publication.create": staff,
  "abonnement.list": { client: "own", intervenant: "own" },
  "abonnement.create": { client: "own", intervenant: "own" },
  "abonnement.renew": { client: "own", intervenant: "own" },
  "abonnement.revoke": { client: "own", intervenant: "own" },
  "flux.read": { guest: "public", ...everyone },
  "heures.read": { ...staff, auditeur: "all", intervenant: "own" },
  "tableau.read": { ...staff },
  "rapport.list": { ...staff, auditeur: "all" },
  "rapport.read": { ...staff, auditeur: "all" },
  "rapport.request": staff,
  "rapport.create": staff,
  "rapport.export": { ...staff, auditeur: "all" },
  "rapport.purge": { system: "all" },
  "programmation.list": staff,
  "programmation.create": staff,
  "programmation.delete": staff,
  "programmation.run": { system: "all" },
  "facture.list": { ...staff, auditeur: "all", client: "own" },
  "facture.read": { ...staff, auditeur: "all", client: "own" },
  "facture.preview": staff,
  "facture.prepare": staff,
  "facture.issue": staff,
  "facture.delete": staff,
  "facture.export": { ...staff, client: "own" },
  "facture.exportList": staff,
  "facture.render": { system: "all" },
  "avoir.create": staff,
  "attestation.list": { ...staff, auditeur: "all", client: "own" },
  "attestation.read": { ...staff, auditeur: "all", client: "own" },
  "attestation.export": { ...staff, client: "own" },
  "attestation.exportAll": staff,
  "paiement.list": { ...staff, auditeur: "all", client: "own" },
  "paiement.create": staff,
  "avis.list": { guest: "public", ...everyone },
  "avis.listDossiers": { ...staff, auditeur: "all", client: "own" },
  "avis.read": { ...staff, auditeur: "all", client: "own" },
  "avis.create": { client: "own" },
  "avis.update": { client: "own" },
  "avis.moderate": staff,
  "avis.answer": staff,
  "recommandation.create": staff,
  "recommandation.decide": staff,
  "recommandation.list": { ...staff, auditeur: "all" },
  "recommandation.read": { ...staff, auditeur: "all" },
  "modele.list": signedIn,
  "prevision.read": { ...staff, auditeur: "all" },
  "openData.read": { guest: "public", ...everyone },
  "openData.readJeu": { guest: "public", ...everyone },
  "openData.readPublication": admin,
  "openData.updatePublication": admin,
  "notification.list": signedIn,
  "notification.update": signedIn,
  "notification.create": { system: "all" },
  "notification.remind": { system: "all" },
  "alerte.raise": { system: "all" },
  "alerte.list": staff,
  "notification.readPreferences": signedIn,
  "notification.updatePreferences": signedIn,
  "push.list": signedIn,
  "push.subscribe": signedIn,
  "push.unsubscribe": signedIn,
  "push.test": signedIn,
  "push.send": { system: "all" },
  "import.preview": staff,
  "import.model": staff,
  "import.create": staff,
  "import.execute": staff,
  "cle.list": admin,
  "cle.create": admin,
  "cle.revoke": admin,
  "webhook.list": admin,
  "webhook.read": admin,
  "webhook.create": admin,
  "webhook.update": admin,
  "webhook.delete": admin,
  "webhook.rotate": admin,
  "webhook.test": admin,
  "livraison.list": admin,
  "livraison.replay": admin,
  "livraison.send": { system: "all" },
  "livraison.purge": { system: "all" },
  "plugin.list": admin,
  "plugin.enable": admin,
  "plugin.disable": admin,
  "plugin.call": { admin: "all", gestionnaire: "all" },
  "plugin.tell": { system: "all" },
  "audit.list": { admin: "all", auditeur: "all" },
  "audit.read": { admin: "all", auditeur: "all" },
  "audit.export": { admin: "all", auditeur: "all" },
  "audit.verify": { admin: "all", auditeur: "all" },
  "sante.read": { guest: "public", ...everyone },
} as const satisfies Record<string, Rule>;

export type OperationName = keyof typeof policy;

/** The part of the data that one call may touch. Stores turn it into their WHERE. */
export type Scope = {
  reach: Reach;
  utilisateurId: number | null;
  agenceIds: readonly number[];
  clientId: number | null;
  intervenantId: number | null;
};

/** The caller's reach for an operation. Throws `unauthenticated` for a guest and `forbidden` otherwise. */
export function authorise(actor: Actor, name: OperationName): Scope {
  const reach = (policy[name] as Rule)[actor.role];
  if (actor.cle && !opens(actor.cle.portees, name)) throw new Refused("forbidden");
  if (!reach) throw new Refused(actor.role === "guest" ? "unauthenticated" : "forbidden");
  return {
    reach,
    utilisateurId: actor.id,
    agenceIds: actor.agenceIds,
    clientId: actor.clientId,
    intervenantId: actor.intervenantId,
  };
}

/** Whether to show a button at all; the operation itself decides again. */
export function mayCall(role: ActorRole, name: OperationName): boolean {
  return (policy[name] as Rule)[role] !== undefined;
}

/** Whether a key opened for these may call an operation; its account's role has to allow it besides. */
export function opens(scopes: readonly Portee[], name: OperationName): boolean {
  const [object, verb = ""] = name.split(".");
  const access = /^(list|read|export|preview|simulate)/.test(verb) ? "read" : "write";
  return (scopes as readonly string[]).includes(`${object}:${access}`);
}
