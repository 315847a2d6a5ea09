import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { selectPublications } from "./open-data-store";

/** Whether an agency's counts are in the open data. Throws `notFound`. */
export const readPublication = query({
  name: "openData.readPublication",
  input: byId,
  run: async ({ db, input: { id } }) => {
    const agence = (await selectPublications(db)).find((one) => one.id === id);
    if (!agence) throw new Refused("notFound");
    return { agence_id: id, nom: agence.nom, publie: agence.publie };
  },
});
