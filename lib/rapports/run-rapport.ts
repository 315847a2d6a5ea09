import type { Queryable } from "@/db/client";
import { sumActivite } from "./activite-store";
import { sumCreances } from "./creances-store";
import type { Asked } from "./figures-store";
import { sumPonctualite } from "./ponctualite-store";
import { selectAvisBas, sumQualite } from "./qualite-store";
import { type Contenu, contenuOf, type TypeRapport } from "./rapport";

/** The figures of a report, now: one statement, two for quality. */
export async function runRapport(db: Queryable, type: TypeRapport, asked: Asked): Promise<Contenu> {
  switch (type) {
    case "activite":
      return contenuOf(await sumActivite(db, asked), []);
    case "ponctualite":
      return contenuOf(await sumPonctualite(db, asked), []);
    case "creances":
      return contenuOf(await sumCreances(db, asked), []);
    case "qualite": {
      const [found, low] = await Promise.all([sumQualite(db, asked), selectAvisBas(db, asked)]);
      return contenuOf(found, low);
    }
  }
}
