import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { countFiles } from "./echec-store";
import type { File } from "./schemas-echec";

/** Every queue of background work: what waits, runs and has failed. */
export const listFiles = query({
  name: "file.list",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const rows = await countFiles(db, ctx.now);
    const results = rows.map(
      (row): File => ({
        file: row.name,
        en_attente: row.enAttente,
        en_cours: row.enCours,
        echecs: row.echecs,
        plus_ancien: row.plusAncien === null ? null : new Date(row.plusAncien).toISOString(),
      }),
    );
    return { results };
  },
});
