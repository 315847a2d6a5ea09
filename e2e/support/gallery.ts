import type { demo } from "./accounts.ts";

/** A key page of the product: who sees it and where. */
export type KeyPage = { path: string; who?: keyof typeof demo };

/** The pages on which people spend their time, checked as a whole for access and looks. */
export const keyPages: readonly KeyPage[] = [
  { path: "" },
  { path: "/services" },
  { path: "/services/menage" },
  { path: "/devis" },
  { path: "/connexion" },
  { path: "/inscription" },
  { path: "/donnees-ouvertes" },
  { path: "/problemes" },
  { path: "/problemes/slotTaken" },
  { path: "/espace", who: "client" },
  { path: "/espace/reserver", who: "client" },
  { path: "/espace/reserver/besoin?type=menage", who: "client" },
  { path: "/espace/reserver/creneaux?type=menage&duree=2", who: "client" },
  { path: "/espace/visites", who: "client" },
  { path: "/espace/factures", who: "client" },
  { path: "/espace/profil", who: "client" },
  { path: "/espace/profil/agenda", who: "client" },
  { path: "/notifications", who: "client" },
  { path: "/notifications/preferences", who: "client" },
  { path: "/terrain", who: "intervenant" },
  { path: "/terrain/semaine", who: "intervenant" },
  { path: "/terrain/disponibilites", who: "intervenant" },
  { path: "/terrain/moi/agenda", who: "intervenant" },
  { path: "/gestion", who: "gestionnaire" },
  { path: "/gestion/demandes", who: "gestionnaire" },
  { path: "/gestion/planning", who: "gestionnaire" },
  { path: "/gestion/visites", who: "gestionnaire" },
  { path: "/gestion/visites/7", who: "gestionnaire" },
  { path: "/gestion/visites/nouvelle?client_id=1", who: "gestionnaire" },
  { path: "/gestion/clients", who: "gestionnaire" },
  { path: "/gestion/clients/1", who: "gestionnaire" },
  { path: "/gestion/intervenants/5", who: "gestionnaire" },
  { path: "/gestion/factures", who: "gestionnaire" },
  { path: "/gestion/factures/preparation", who: "gestionnaire" },
  { path: "/gestion/factures/1", who: "gestionnaire" },
  { path: "/gestion/factures/1/avoir", who: "gestionnaire" },
  { path: "/gestion/avis", who: "gestionnaire" },
  { path: "/gestion/imports", who: "gestionnaire" },
  { path: "/gestion/rapports", who: "gestionnaire" },
  { path: "/audit", who: "auditeur" },
  { path: "/audit/verification", who: "auditeur" },
  { path: "/audit/rapports", who: "auditeur" },
  { path: "/admin", who: "admin" },
  { path: "/admin/utilisateurs", who: "admin" },
  { path: "/admin/catalogue", who: "admin" },
  { path: "/admin/outbox", who: "admin" },
  { path: "/admin/webhooks", who: "admin" },
  { path: "/admin/webhooks/nouveau", who: "admin" },
];

/** Those also checked in the dark. */
export const darkPages: readonly KeyPage[] = keyPages.filter(({ path }) =>
  ["", "/espace", "/terrain", "/gestion/planning", "/gestion/factures", "/audit"].includes(path),
);
