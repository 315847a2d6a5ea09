import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import { translator } from "@/lib/i18n/translate";
import { catalogueOn } from "./catalogue";
import type { Convention } from "./regle";
import { type EcartRow, findAgenceRegles, selectEcarts } from "./regle-store";
import { ecartOn, rulesOn } from "./rules-on";
import type { RegleShape, ReglesShape } from "./schemas";

type Asked = { agence_id: number; convention?: Convention; le?: string };

/** The rules of an agreement as an agency applies them on a day, each beside the agreement's. Throws `notFound`. */
export async function openRegles(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  asked: Asked,
): Promise<ReglesShape> {
  const agence = await findAgenceRegles(db, scope, asked.agence_id);
  if (!agence) throw new Refused("notFound");
  const convention = asked.convention ?? agence.convention;
  const le = asked.le ?? civilDay(ctx.now, agence.fuseau);
  const ecarts = await selectEcarts(db, agence.id, convention);
  const own = new Map(catalogueOn(convention, le).regles.map((regle) => [regle.code, regle]));
  const t = translator(ctx.locale, "travail");
  const results = rulesOn(convention, le, ecarts).regles.map((regle): RegleShape => {
    const agreed = own.get(regle.code) ?? regle;
    const now = ecartOn(regle.code, le, ecarts);
    const later = ecarts.filter(({ code, du }) => code === regle.code && du > le);
    return {
      code: regle.code,
      libelle: t(`regles.${regle.code}`),
      valeur: regle.valeur,
      unite: regle.unite,
      sens: regle.sens,
      severite: regle.severite,
      valeur_convention: agreed.valeur,
      severite_convention: agreed.severite,
      plafond: regle.plafond,
      article: regle.article,
      du: regle.du,
      ecart: now && !now.retour ? present(now, ctx) : null,
      a_venir: later.map((one) => present(one, ctx)),
    };
  });
  return { agence_id: agence.id, convention, convention_agence: agence.convention, le, results };
}

/** Why an agency differs is its own business: not for an auditeur. */
const present = ({ du, retour, valeur, severite, motif, creeLe }: EcartRow, { actor }: Context) => ({
  du,
  retour,
  valeur,
  severite,
  motif: actor.role === "auditeur" ? "" : motif,
  cree_le: creeLe.toISOString(),
});
