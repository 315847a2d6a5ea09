import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { pushKey } from "@/lib/notifications/push-key";
import { transportOf } from "@/lib/organisation/courriel/transport";
import { durationOf } from "../conservation/duration";
import { regles } from "../conservation/regles";
import { type destinataires, nomsTraitement, traitements } from "./activites";
import { hasPartners } from "./partners-store";
import type { Traitements } from "./schemas";

/**
 * The record of processing (GDPR art. 30) as this installation really is: recipients that are set up, retention as it
 * is set. It holds no personal data.
 */
export const readTraitements = query({
  name: "traitement.list",
  input: z.object({}),
  run: async ({ db, ctx }): Promise<Traitements> => {
    const [parametres, partners] = await Promise.all([parametresOf(db), hasPartners(db, ctx.now)]);
    const absent = new Set<(typeof destinataires)[number]>();
    if (!partners) absent.add("partenaires");
    if (!transportOf()) absent.add("courriel");
    if (!pushKey()) absent.add("navigateur");
    return {
      fait_le: ctx.now.toISOString(),
      traitements: nomsTraitement.map((traitement) => {
        const said = traitements[traitement];
        return {
          traitement,
          base: said.base,
          personnes: [...said.personnes],
          donnees: [...said.donnees],
          destinataires: said.destinataires.filter((one) => !absent.has(one)),
          conservation: said.regles.map((regle) => ({
            regle,
            ...durationOf(regle, parametres),
            reference: regles[regle].reference,
          })),
          mesures: [...said.mesures],
        };
      }),
    };
  },
});
