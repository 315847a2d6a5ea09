import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { withOffset } from "@/lib/foundation/zoned";
import type { Dossier } from "./dossier-store";
import type { AvisDossier } from "./schemas";

/** A review as the caller may see it: an auditeur sees pseudonyms and no words, a client the first name who came. */
export function presentDossier({ avis: row, ...file }: Dossier, ctx: Context): AvisDossier {
  const hidden = ctx.actor.role === "auditeur";
  const at = (instant: Date | null) => instant && withOffset(instant, file.fuseau);
  return {
    id: row.id,
    agence_id: row.agenceId,
    prestation_id: row.prestationId,
    client_id: row.clientId,
    client: hidden ? pseudonym("client", row.clientId) : `${file.client.prenom} ${file.client.nom}`.trim(),
    intervenant: nameOf(file.intervenant, ctx),
    type: file.activite.code,
    libelle: file.activite.libelles[ctx.locale],
    date: withOffset(file.debut, file.fuseau),
    fuseau: file.fuseau,
    note: row.note,
    commentaire: hidden ? "" : row.commentaire,
    reponse: hidden ? "" : row.reponse,
    statut: row.statut,
    motif_refus: hidden ? "" : row.motifRefus,
    publie_le: at(row.publieLe),
    modere_le: at(row.modereLe),
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}

function nameOf(who: Dossier["intervenant"], ctx: Context): string | null {
  if (!who) return null;
  if (ctx.actor.role === "auditeur") return pseudonym("intervenant", who.id);
  return ctx.actor.role === "client" ? who.prenom : `${who.prenom} ${who.nom}`.trim();
}
