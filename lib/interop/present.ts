import type { LivraisonShape, WebhookShape } from "./schemas";
import type { LivraisonRow, WebhookRow } from "./webhook-store";

export function presentWebhook(row: WebhookRow): WebhookShape {
  return {
    id: row.id,
    nom: row.nom,
    url: row.url,
    evenements: row.evenements,
    actif: row.actif,
    arret_motif: row.arretMotif,
    arret_le: row.arretLe?.toISOString() ?? null,
    echecs: row.echecs,
    dernier_succes_le: row.dernierSuccesLe?.toISOString() ?? null,
    secret_precedent_fin: row.secretPrecedentFin?.toISOString() ?? null,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}

export function presentLivraison(row: LivraisonRow): LivraisonShape {
  const last = row.essais.at(-1);
  return {
    id: row.id,
    webhook_id: row.webhookId,
    message_id: `msg_${row.messageId}`,
    evenement_id: row.evenementId,
    type: row.type,
    objet: `${row.objetType}:${row.objetId}`,
    survenu_le: row.survenuLe.toISOString(),
    statut: row.statut,
    tentatives: row.tentatives,
    code: last?.code ?? null,
    duree_ms: last?.duree_ms ?? null,
    erreur: last?.erreur ?? null,
    reponse: row.reponse,
    essais: row.essais,
    prochaine_le: row.prochaineLe?.toISOString() ?? null,
    livree_le: row.livreeLe?.toISOString() ?? null,
    cree_le: row.creeLe.toISOString(),
  };
}
