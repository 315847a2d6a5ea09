import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { findOpenData, LICENCE, ligneOf } from "./find-open-data";
import { byActivity } from "./open-data";
import { type Jeu, type JeuShape, jeuRead, jeux } from "./schemas-open-data";

const isJeu = (text: string): text is Jeu => (jeux as readonly string[]).includes(text);

/** One open data set: monthly visits and hours, nothing under eleven people. Throws `notFound`. */
export const readJeu = query({
  name: "openData.readJeu",
  input: jeuRead,
  run: async ({ db, input: { jeu }, ctx }): Promise<JeuShape> => {
    if (!isJeu(jeu)) throw new Refused("notFound");
    const { groups, modifie } = await findOpenData(db, ctx.now);
    const shown = jeu === "prestations-mensuelles" ? groups : byActivity(groups);
    return { jeu, modifie, licence: LICENCE, lignes: shown.map(ligneOf) };
  },
});
