import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { translator } from "@/lib/i18n/translate";
import { exclusions, ruleWords } from "./phrases";
import { methodeCodes, modelePrevision } from "./prevision";
import { facteurCodes, modele, poids } from "./score";

/** The models that propose something here: what they weigh, on what data, and where they end. */
export const listModeles = query({
  name: "modele.list",
  input: z.object({}),
  run: async ({ ctx }) => {
    const t = translator(ctx.locale, "ia");
    return {
      results: [
        {
          ...modele,
          but: t("modele.but"),
          facteurs: facteurCodes.map((code) => ({
            code,
            poids: poids[code],
            nom: t(`facteurs.${code}.nom`),
            mesure: t(`facteurs.${code}.mesure`),
          })),
          methodes: [],
          exclusions: exclusions.map((regle) => ({ regle, phrase: ruleWords(ctx.locale, regle) })),
          confiance: t("modele.confiance"),
          donnees: [t("modele.donnees.visites"), t("modele.donnees.personnes"), t("modele.donnees.exclues")],
          limites: [t("modele.limites.vol"), t("modele.limites.passe"), t("modele.limites.inconnu")],
          decision: t("modele.decision"),
        },
        {
          ...modelePrevision,
          but: t("prevision.but"),
          facteurs: [],
          exclusions: [],
          methodes: methodeCodes.map((code) => ({
            code,
            nom: t(`prevision.methodes.${code}.nom`),
            mesure: t(`prevision.methodes.${code}.mesure`),
          })),
          confiance: t("prevision.confiance"),
          donnees: [t("prevision.donnees.visites"), t("prevision.donnees.exclues")],
          limites: [t("prevision.limites.passe"), t("prevision.limites.intervalle")],
          decision: t("prevision.decision"),
        },
      ],
    };
  },
});
