import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { translator } from "@/lib/i18n/translate";
import type { GroupNames } from "./name-groups";
import { type Colonne, type Contenu, definitions, type Ligne, moyenneOf, type TypeRapport } from "./rapport";
import type { RapportListRow, RapportRow } from "./rapport-store";
import type { LigneRapport, Rapport, RapportSummary } from "./schemas-rapport";

type Reader = Pick<Context, "actor" | "locale">;

/** A run without its figures; an auditeur does not read who asked for it. */
export function presentSummary(row: RapportListRow, { actor, locale }: Reader): RapportSummary {
  const { auteur } = row;
  const hidden = actor.role === "auditeur";
  return {
    id: row.id,
    type: row.type,
    libelle: translator(locale, "rapports")(`types.${row.type}.title`),
    du: row.du,
    au: row.au,
    agence_id: row.agenceId,
    agences: row.agenceIds,
    grouper_par: row.grouperPar,
    programmation_id: row.programmationId,
    demande_par:
      auteur && (hidden ? pseudonym("utilisateur", auteur.id) : `${auteur.prenom} ${auteur.nom}`.trim()),
    cree_le: row.creeLe.toISOString(),
    expire_le: row.expireLe.toISOString(),
  };
}

/** A run with its figures, in the reader's language. */
export function presentRapport(row: RapportRow, ctx: Reader, names: GroupNames): Rapport {
  const t = translator(ctx.locale, "rapports");
  const contenu = row.contenu as Contenu;
  const { colonnes } = definitions[row.type];
  const groupWords = ({ cle }: Ligne) => (cle === null ? t("nobody") : names.group(cle));
  return {
    ...presentSummary(row, ctx),
    colonnes: colonnesOf(row.type, ctx),
    lignes: contenu.lignes.map((ligne) => presentLigne(ligne, groupWords(ligne), colonnes)),
    autres: contenu.autres.map((ligne) => presentLigne(ligne, t("others"), colonnes)),
    totaux: contenu.totaux.map((ligne) => presentLigne(ligne, t("total"), colonnes)),
    avis_bas: contenu.avis_bas.map(({ client_id, intervenant_id, ...one }) => ({
      ...one,
      client: names.client(client_id),
      intervenant: intervenant_id === null ? null : names.intervenant(intervenant_id),
    })),
  };
}

function presentLigne(ligne: Ligne, libelle: string, colonnes: readonly Colonne[]): LigneRapport {
  const valeurs = colonnes.map(({ code, unite }): [string, LigneRapport["valeurs"][string]] => {
    if (unite === "note") return [code, moyenneOf(ligne.mesures)];
    const value = ligne.mesures[code] ?? 0;
    return [code, unite === "montant" ? centsToDecimal(value) : value];
  });
  return { cle: ligne.cle, libelle, devise: ligne.devise, valeurs: Object.fromEntries(valeurs) };
}

function colonnesOf(type: TypeRapport, { locale }: Pick<Context, "locale">): Rapport["colonnes"] {
  const t = translator(locale, "rapports");
  return definitions[type].colonnes.map((colonne) => ({
    ...colonne,
    libelle: t(`columns.${colonne.code}` as "columns.total"),
  }));
}

/** What can be asked for, in the reader's language. */
export function presentDefinitions(ctx: Pick<Context, "locale">) {
  const t = translator(ctx.locale, "rapports");
  return (Object.keys(definitions) as TypeRapport[]).map((type) => ({
    type,
    libelle: t(`types.${type}.title`),
    groupements: [...definitions[type].groupements],
    colonnes: colonnesOf(type, ctx),
  }));
}
