import abonnements from "@/messages/fr/abonnements.json";
import activites from "@/messages/fr/activites.json";
import admin from "@/messages/fr/admin.json";
import api from "@/messages/fr/api.json";
import audit from "@/messages/fr/audit.json";
import auth from "@/messages/fr/auth.json";
import avis from "@/messages/fr/avis.json";
import cles from "@/messages/fr/cles.json";
import clients from "@/messages/fr/clients.json";
import common from "@/messages/fr/common.json";
import compte from "@/messages/fr/compte.json";
import conflits from "@/messages/fr/conflits.json";
import conservation from "@/messages/fr/conservation.json";
import dashboard from "@/messages/fr/dashboard.json";
import donneesOuvertes from "@/messages/fr/donneesOuvertes.json";
import emails from "@/messages/fr/emails.json";
import errors from "@/messages/fr/errors.json";
import espace from "@/messages/fr/espace.json";
import factures from "@/messages/fr/factures.json";
import historique from "@/messages/fr/historique.json";
import ia from "@/messages/fr/ia.json";
import imports from "@/messages/fr/imports.json";
import incidents from "@/messages/fr/incidents.json";
import integrite from "@/messages/fr/integrite.json";
import intervenants from "@/messages/fr/intervenants.json";
import notifications from "@/messages/fr/notifications.json";
import parametres from "@/messages/fr/parametres.json";
import pdf from "@/messages/fr/pdf.json";
import plannings from "@/messages/fr/plannings.json";
import plugins from "@/messages/fr/plugins.json";
import prestations from "@/messages/fr/prestations.json";
import previsions from "@/messages/fr/previsions.json";
import problemes from "@/messages/fr/problemes.json";
import propositions from "@/messages/fr/propositions.json";
import publicPages from "@/messages/fr/public.json";
import publications from "@/messages/fr/publications.json";
import rapports from "@/messages/fr/rapports.json";
import reference from "@/messages/fr/reference.json";
import remplacements from "@/messages/fr/remplacements.json";
import reservations from "@/messages/fr/reservations.json";
import rgpd from "@/messages/fr/rgpd.json";
import series from "@/messages/fr/series.json";
import shell from "@/messages/fr/shell.json";
import states from "@/messages/fr/states.json";
import taches from "@/messages/fr/taches.json";
import terrain from "@/messages/fr/terrain.json";
import traitements from "@/messages/fr/traitements.json";
import travail from "@/messages/fr/travail.json";
import ui from "@/messages/fr/ui.json";
import webhooks from "@/messages/fr/webhooks.json";

/** Every slice of words in one language; a new slice adds its file and one line here. */
export const fr = {
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
