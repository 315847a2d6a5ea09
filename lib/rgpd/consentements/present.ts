import { finalitesConsentement } from "@/db/states";
import type { Context } from "@/lib/foundation/context";
import { type Consentements, versionsTexte } from "./schemas";
import type { selectConsentements } from "./store";

type Row = Awaited<ReturnType<typeof selectConsentements>>[number];

/** Where each purpose stands, from the last thing said about it, and all that was said. */
export function presentConsentements(clientId: number, rows: readonly Row[], ctx: Context): Consentements {
  const isTeam = ctx.actor.role === "admin" || ctx.actor.role === "gestionnaire";
  return {
    client_id: clientId,
    finalites: finalitesConsentement.map((finalite) => {
      const last = rows.find((row) => row.finalite === finalite);
      const etat = last ? (last.accord ? "donne" : "retire") : "aucun";
      return { finalite, etat, version_texte: versionsTexte[finalite], depuis: last?.le ?? null } as const;
    }),
    historique: rows.map(({ finalite, accord, versionTexte, voie, le, creeLe, auteur }) => ({
      finalite,
      accord,
      version_texte: versionTexte,
      voie,
      date: le,
      saisi_par: isTeam && voie === "papier" && auteur ? `${auteur.prenom} ${auteur.nom}`.trim() : "",
      cree_le: creeLe.toISOString(),
    })),
  };
}
