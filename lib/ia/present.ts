import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { withOffset } from "@/lib/foundation/zoned";
import { factorWords, ruleWords } from "./phrases";
import { type Dossier, findDossier } from "./recommandation-store";
import type { RecommandationShape } from "./schemas";
import type { FacteurCode } from "./score";
import { selectNoms } from "./store";

/** Proposals as the caller may see them, in their language; an auditeur sees pseudonyms. */
export async function presentDossiers(
  db: Queryable,
  ctx: Context,
  files: readonly Dossier[],
): Promise<RecommandationShape[]> {
  const hidden = ctx.actor.role === "auditeur";
  const names = hidden ? new Map<number, string>() : await selectNoms(db, files.flatMap(idsOf));
  const nameOf = (id: number) => (hidden ? pseudonym("intervenant", id) : (names.get(id) ?? ""));
  return files.map((file) => present(file, ctx, nameOf));
}

/** One proposal after a write or for reading. Throws `notFound`. */
export async function answerWith(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  id: number,
): Promise<RecommandationShape> {
  const file = await findDossier(db, scope, id);
  const [shown] = file ? await presentDossiers(db, ctx, [file]) : [];
  if (!shown) throw new Refused("notFound");
  return shown;
}

function idsOf({ recommandation: row }: Dossier): number[] {
  const proposed = [...row.propositions, ...row.ecartes].map((one) => one.intervenant_id);
  return row.intervenantChoisi === null ? proposed : [...proposed, row.intervenantChoisi];
}

function present(file: Dossier, ctx: Context, nameOf: (id: number) => string): RecommandationShape {
  const { recommandation: row, client, activite, fuseau } = file;
  const hidden = ctx.actor.role === "auditeur";
  const person = (id: number) => ({ intervenant_id: id, intervenant: nameOf(id) });
  return {
    id: row.id,
    agence_id: row.agenceId,
    client_id: row.clientId,
    client: hidden ? pseudonym("client", row.clientId) : `${client.prenom} ${client.nom}`.trim(),
    prestation_id: row.prestationId,
    type: activite.code,
    libelle: activite.libelles[ctx.locale],
    date: withOffset(row.debut, fuseau),
    fin: withOffset(row.fin, fuseau),
    modele: { nom: row.modele, version: row.modeleVersion },
    confiance: row.confiance,
    recommandations: row.propositions.map(({ intervenant_id: id, score, facteurs }) => ({
      ...person(id),
      score,
      facteurs: facteurs.map(({ code, mesure, valeur, contribution, poids: weight }) => ({
        code,
        poids: weight,
        valeur,
        contribution,
        phrase: factorWords(ctx.locale, code as FacteurCode, mesure),
      })),
    })),
    ecartes: row.ecartes.map(({ intervenant_id: id, regle }) => ({
      ...person(id),
      regle,
      phrase: ruleWords(ctx.locale, regle),
    })),
    decision: row.decideLe && {
      intervenant_id: row.intervenantChoisi,
      intervenant: row.intervenantChoisi === null ? null : nameOf(row.intervenantChoisi),
      utilisateur_id: row.decidePar,
      date: withOffset(row.decideLe, fuseau),
    },
    cree_le: row.creeLe.toISOString(),
  };
}
