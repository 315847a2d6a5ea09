import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { findAgence } from "@/lib/organisation/find-agence";
import { blockingOf } from "./blocking";
import { changementsEntre } from "./changements";
import { presentPublication } from "./present";
import { type PublicationPreview, publicationPreview } from "./schemas";
import { lastPublication, selectNames, selectVisites } from "./store";
import { weekOf } from "./week-of";

/** What publishing an agency's week now would tell, and to whom. Throws what `publication.create` throws. */
export const previewPublication = query({
  name: "publication.preview",
  input: publicationPreview,
  run: async ({ db, input, ctx, scope }): Promise<PublicationPreview> => {
    const { semaine } = input;
    const agence = await findAgence(db, scope, input.agence_id);
    if (!agence) throw new Refused("notFound");
    const { du, span } = weekOf(semaine, agence.fuseau);
    const [last, visites] = await Promise.all([
      lastPublication(db, agence.id, semaine),
      selectVisites(db, agence.id, span),
    ]);
    const bloquants = await blockingOf(db, ctx, agence.id, { du, visites });
    const found = changementsEntre(last?.instantane ?? [], visites);
    const names = await selectNames(db, {
      clientIds: [...found.clients.keys()],
      intervenantIds: [...found.intervenants.keys()],
    });
    const personnes = (["intervenant", "client"] as const).flatMap((role) => {
      const people = role === "client" ? found.clients : found.intervenants;
      const known = role === "client" ? names.clients : names.intervenants;
      return [...people].map(([id, compte]) => ({ role, id, nom: known.get(id) ?? "", ...compte }));
    });
    return {
      agence_id: agence.id,
      semaine,
      precedente: last ? presentPublication(last) : null,
      ...found.total,
      personnes,
      bloquants: bloquants.map(({ intervenant_id, regle, phrase, mesure, limite, article }) => ({
        ...{ intervenant_id, regle, phrase, mesure, limite, article },
      })),
    };
  },
  reads: ({ agence_id, semaine }) => ({
    type: "agence",
    id: agence_id,
    agenceId: agence_id,
    data: { semaine },
  }),
});
