import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { savePublication, selectPublications } from "./open-data-store";
import { publicationUpdate } from "./schemas-open-data";

/** Lets an agency's counts into the open data, or takes them out. Throws `notFound`. */
export const updatePublication = command({
  name: "openData.updatePublication",
  input: publicationUpdate,
  run: async ({ db, input: { id, publie }, ctx }) => {
    const agence = (await selectPublications(db)).find((one) => one.id === id);
    if (!agence) throw new Refused("notFound");
    await savePublication(db, id, publie, ctx.now);
    return {
      change: { objet: { type: "agence", id }, agenceId: id, data: { publie } },
      result: { agence_id: id, nom: agence.nom, publie },
    };
  },
});
