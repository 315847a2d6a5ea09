import abonnements from "@/messages/tzm/abonnements.json";
import activites from "@/messages/tzm/activites.json";
import admin from "@/messages/tzm/admin.json";
import api from "@/messages/tzm/api.json";
import audit from "@/messages/tzm/audit.json";
import auth from "@/messages/tzm/auth.json";
import avis from "@/messages/tzm/avis.json";
import cles from "@/messages/tzm/cles.json";
import clients from "@/messages/tzm/clients.json";
import common from "@/messages/tzm/common.json";
import compte from "@/messages/tzm/compte.json";
import conflits from "@/messages/tzm/conflits.json";
import conservation from "@/messages/tzm/conservation.json";
import dashboard from "@/messages/tzm/dashboard.json";
import donneesOuvertes from "@/messages/tzm/donneesOuvertes.json";
import emails from "@/messages/tzm/emails.json";
import errors from "@/messages/tzm/errors.json";
import espace from "@/messages/tzm/espace.json";
import factures from "@/messages/tzm/factures.json";
import historique from "@/messages/tzm/historique.json";
import ia from "@/messages/tzm/ia.json";
import imports from "@/messages/tzm/imports.json";
import incidents from "@/messages/tzm/incidents.json";
import integrite from "@/messages/tzm/integrite.json";
import intervenants from "@/messages/tzm/intervenants.json";
import notifications from "@/messages/tzm/notifications.json";
import parametres from "@/messages/tzm/parametres.json";
import pdf from "@/messages/tzm/pdf.json";
import plannings from "@/messages/tzm/plannings.json";
import plugins from "@/messages/tzm/plugins.json";
import prestations from "@/messages/tzm/prestations.json";
import previsions from "@/messages/tzm/previsions.json";
import problemes from "@/messages/tzm/problemes.json";
import propositions from "@/messages/tzm/propositions.json";
import publicPages from "@/messages/tzm/public.json";
import publications from "@/messages/tzm/publications.json";
import rapports from "@/messages/tzm/rapports.json";
import reference from "@/messages/tzm/reference.json";
import remplacements from "@/messages/tzm/remplacements.json";
import reservations from "@/messages/tzm/reservations.json";
import rgpd from "@/messages/tzm/rgpd.json";
import series from "@/messages/tzm/series.json";
import shell from "@/messages/tzm/shell.json";
import states from "@/messages/tzm/states.json";
import taches from "@/messages/tzm/taches.json";
import terrain from "@/messages/tzm/terrain.json";
import traitements from "@/messages/tzm/traitements.json";
import travail from "@/messages/tzm/travail.json";
import ui from "@/messages/tzm/ui.json";
import webhooks from "@/messages/tzm/webhooks.json";

/** Every slice of words in one language; a new slice adds its file and one line here. */
export const tzm = {
  abonnements,
  activites,
  admin,
  api,
  audit,
  auth,
  avis,
  cles,
  clients,
  common,
  compte,
  conflits,
  conservation,
  dashboard,
  donneesOuvertes,
  emails,
  errors,
  espace,
  factures,
  historique,
  ia,
  imports,
  incidents,
  integrite,
  intervenants,
  notifications,
  parametres,
  pdf,
  plannings,
  plugins,
  prestations,
  previsions,
  problemes,
  propositions,
  public: publicPages,
  publications,
  rapports,
  reference,
  remplacements,
  reservations,
  series,
  rgpd,
  shell,
  states,
  taches,
  terrain,
  traitements,
  travail,
  ui,
  webhooks,
};
