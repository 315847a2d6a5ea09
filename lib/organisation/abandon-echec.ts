import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { dropFichier } from "@/lib/foundation/taches";
import { deleteEchec, lockEchecs } from "./echec-store";
import { fileOf, told } from "./present-echec";
import { byEchec } from "./schemas-echec";

/** Gives a failed job up for good, with the file that waited for its replay. Throws `notFound` when it is gone. */
export const abandonEchec = command({
  name: "echec.abandonner",
  input: byEchec,
  run: async ({ db, input }) => {
    const [row] = await lockEchecs(db, input);
    if (!row) throw new Refused("notFound");
    await deleteEchec(db, row);
    const tache = told(row, "tache_id");
    if (tache !== null) await dropFichier(db, tache);
    return { change: { objet: { type: "echec", id: row.id }, data: { file: fileOf(row) } }, result: null };
  },
});
