import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { civilDay } from "@/lib/foundation/zoned";
import { regleWords } from "./phrases";
import { parseRegle } from "./regle";
import type { Serie } from "./schemas";
import type { SerieFile, SerieRow } from "./store";

/** A series as the caller may see it: an auditeur pseudonyms and no free text, a client the intervenant's first name. */
export function presentSerie(file: SerieFile, ctx: Context): Serie {
  const { serie: row, fuseau, client, activite } = file;
  const hidden = ctx.actor.role === "auditeur";
  const isStaff = ctx.actor.role === "admin" || ctx.actor.role === "gestionnaire";
  const heure = row.heure.slice(0, 5);
  return {
    id: row.id,
    agence_id: row.agenceId,
    client_id: row.clientId,
    client: {
      id: client.id,
      nom: hidden ? pseudonym("client", client.id) : `${client.prenom} ${client.nom}`.trim(),
    },
    intervenant_id: row.intervenantId,
    intervenant: presentIntervenant(file, ctx),
    type: activite.code,
    libelle: activite.libelles[ctx.locale],
    adresse_id: row.adresseId,
    rrule: row.rrule,
    en_clair: regleWords(ctx.locale, {
      regle: parseRegle(row.rrule, { zone: fuseau, heure }),
      premierJour: row.premierJour,
      heure,
      finLe: row.finLe,
    }),
    premier_jour: row.premierJour,
    heure,
    duree: row.dureeMin / 60,
    fin_le: row.finLe,
    dernier_jour: row.dernierJour,
    exceptions: row.exceptions,
    jours_feries: row.joursFeries,
    instructions: hidden ? "" : row.instructions,
    derogation: isStaff ? row.derogation : "",
    statut: stateOf(row, civilDay(ctx.now, fuseau)),
    arret: row.arreteeDu ? { du: row.arreteeDu, motif: hidden ? "" : row.arretMotif } : null,
    generee_jusquau: row.genereeJusquau,
    fuseau,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}

function stateOf({ arreteeDu, dernierJour }: SerieRow, today: string): Serie["statut"] {
  if (arreteeDu !== null) return "arretee";
  return dernierJour !== null && dernierJour < today ? "terminee" : "active";
}

function presentIntervenant({ intervenant }: SerieFile, ctx: Context): Serie["intervenant"] {
  if (!intervenant) return null;
  const { id, prenom, nom } = intervenant;
  if (ctx.actor.role === "auditeur") return { id, prenom: "", nom: pseudonym("intervenant", id) };
  if (ctx.actor.role === "client") return { id, prenom, nom: nom ? `${Array.from(nom)[0]}.` : "" };
  return { id, prenom, nom };
}
