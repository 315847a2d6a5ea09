import abonnements from "@/messages/ar/abonnements.json";
import activites from "@/messages/ar/activites.json";
import admin from "@/messages/ar/admin.json";
import api from "@/messages/ar/api.json";
import audit from "@/messages/ar/audit.json";
import auth from "@/messages/ar/auth.json";
import avis from "@/messages/ar/avis.json";
import cles from "@/messages/ar/cles.json";
import clients from "@/messages/ar/clients.json";
import common from "@/messages/ar/common.json";
import compte from "@/messages/ar/compte.json";
import conflits from "@/messages/ar/conflits.json";
import conservation from "@/messages/ar/conservation.json";
import dashboard from "@/messages/ar/dashboard.json";
import donneesOuvertes from "@/messages/ar/donneesOuvertes.json";
import emails from "@/messages/ar/emails.json";
import errors from "@/messages/ar/errors.json";
import espace from "@/messages/ar/espace.json";
import factures from "@/messages/ar/factures.json";
import historique from "@/messages/ar/historique.json";
import ia from "@/messages/ar/ia.json";
import imports from "@/messages/ar/imports.json";
import incidents from "@/messages/ar/incidents.json";
import integrite from "@/messages/ar/integrite.json";
import intervenants from "@/messages/ar/intervenants.json";
import notifications from "@/messages/ar/notifications.json";
import parametres from "@/messages/ar/parametres.json";
import pdf from "@/messages/ar/pdf.json";
import plannings from "@/messages/ar/plannings.json";
import plugins from "@/messages/ar/plugins.json";
import prestations from "@/messages/ar/prestations.json";
import previsions from "@/messages/ar/previsions.json";
import problemes from "@/messages/ar/problemes.json";
import propositions from "@/messages/ar/propositions.json";
import publicPages from "@/messages/ar/public.json";
import publications from "@/messages/ar/publications.json";
import rapports from "@/messages/ar/rapports.json";
import reference from "@/messages/ar/reference.json";
import remplacements from "@/messages/ar/remplacements.json";
import reservations from "@/messages/ar/reservations.json";
import rgpd from "@/messages/ar/rgpd.json";
import series from "@/messages/ar/series.json";
import shell from "@/messages/ar/shell.json";
import states from "@/messages/ar/states.json";
import taches from "@/messages/ar/taches.json";
import terrain from "@/messages/ar/terrain.json";
import traitements from "@/messages/ar/traitements.json";
import travail from "@/messages/ar/travail.json";
import ui from "@/messages/ar/ui.json";
import webhooks from "@/messages/ar/webhooks.json";

/** Every slice of words in one language; a new slice adds its file and one line here. */
export const ar = {
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
