import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { civilDay, withOffset } from "@/lib/foundation/zoned";
import { daysLeft, isOpen } from "./demande";
import type { DemandeFile } from "./demande-store";
import { champsDe, type Rectification } from "./rectification/schemas";
import type { Demande } from "./schemas";

/** A request as the caller may see it: an auditeur follows the clock and the answer's kind, and reads no word. */
export function presentDemande({ demande: row, fuseau, ...file }: DemandeFile, ctx: Context): Demande {
  const hidden = ctx.actor.role === "auditeur";
  const at = (instant: Date | null) => instant && withOffset(instant, fuseau);
  const words = (text: string) => (hidden ? "" : text);
  return {
    id: row.id,
    agence_id: row.agenceId,
    type: row.type,
    client_id: row.clientId,
    intervenant_id: row.intervenantId,
    personne: personOf(row, file, hidden),
    statut: row.statut,
    recue_le: row.recueLe,
    echeance: row.echeance,
    jours_restants: isOpen(row.statut) ? daysLeft(row.echeance, civilDay(ctx.now, fuseau)) : null,
    prolongee: row.prolongeeLe !== null,
    prolongation_motif: words(row.prolongationMotif),
    message: words(row.message),
    changements: changesOf(row, words),
    motif_refus: words(row.motifRefus),
    reponse: words(row.reponse),
    decide_le: at(row.decideLe),
    close_le: at(row.closeLe),
    fuseau,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}

function changesOf({ changements }: DemandeFile["demande"], words: (text: string) => string) {
  if (!changements) return [];
  const { voulu, avant } = changements as Rectification;
  return champsDe(voulu).map((champ) => ({
    champ,
    avant: words(avant[champ] ?? ""),
    apres: words(voulu[champ] ?? ""),
  }));
}

function personOf(
  row: DemandeFile["demande"],
  { client, intervenant }: Pick<DemandeFile, "client" | "intervenant">,
  hidden: boolean,
): string {
  if (row.clientId !== null) {
    const isGone = hidden || !client || client.effaceLe !== null;
    return isGone ? pseudonym("client", row.clientId) : `${client.prenom} ${client.nom}`.trim();
  }
  if (hidden || !intervenant) return pseudonym("intervenant", row.intervenantId ?? 0);
  return `${intervenant.prenom} ${intervenant.nom}`.trim();
}
