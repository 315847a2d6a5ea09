import abonnements from "@/messages/en/abonnements.json";
import activites from "@/messages/en/activites.json";
import admin from "@/messages/en/admin.json";
import api from "@/messages/en/api.json";
import audit from "@/messages/en/audit.json";
import auth from "@/messages/en/auth.json";
import avis from "@/messages/en/avis.json";
import cles from "@/messages/en/cles.json";
import clients from "@/messages/en/clients.json";
import common from "@/messages/en/common.json";
import compte from "@/messages/en/compte.json";
import conflits from "@/messages/en/conflits.json";
import conservation from "@/messages/en/conservation.json";
import dashboard from "@/messages/en/dashboard.json";
import donneesOuvertes from "@/messages/en/donneesOuvertes.json";
import emails from "@/messages/en/emails.json";
import errors from "@/messages/en/errors.json";
import espace from "@/messages/en/espace.json";
import factures from "@/messages/en/factures.json";
import historique from "@/messages/en/historique.json";
import ia from "@/messages/en/ia.json";
import imports from "@/messages/en/imports.json";
import incidents from "@/messages/en/incidents.json";
import integrite from "@/messages/en/integrite.json";
import intervenants from "@/messages/en/intervenants.json";
import notifications from "@/messages/en/notifications.json";
import parametres from "@/messages/en/parametres.json";
import pdf from "@/messages/en/pdf.json";
import plannings from "@/messages/en/plannings.json";
import plugins from "@/messages/en/plugins.json";
import prestations from "@/messages/en/prestations.json";
import previsions from "@/messages/en/previsions.json";
import problemes from "@/messages/en/problemes.json";
import propositions from "@/messages/en/propositions.json";
import publicPages from "@/messages/en/public.json";
import publications from "@/messages/en/publications.json";
import rapports from "@/messages/en/rapports.json";
import reference from "@/messages/en/reference.json";
import remplacements from "@/messages/en/remplacements.json";
import reservations from "@/messages/en/reservations.json";
import rgpd from "@/messages/en/rgpd.json";
import series from "@/messages/en/series.json";
import shell from "@/messages/en/shell.json";
import states from "@/messages/en/states.json";
import taches from "@/messages/en/taches.json";
import terrain from "@/messages/en/terrain.json";
import traitements from "@/messages/en/traitements.json";
import travail from "@/messages/en/travail.json";
import ui from "@/messages/en/ui.json";
import webhooks from "@/messages/en/webhooks.json";

/** Every slice of words in one language; a new slice adds its file and one line here. */
export const en = {
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
