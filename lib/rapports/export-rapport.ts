import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { fileName, flatRows } from "./flat-rows";
import { openRapport } from "./open-rapport";

const input = z.object({ id, format: z.enum(["csv", "json"]) });

/** A stored run to leave as a file: its rows, flat, and the whole. Every export is logged. Throws `notFound`. */
export const exportRapport = query({
  name: "rapport.export",
  input,
  run: async ({ db, input: asked, ctx, scope }) => {
    const rapport = await openRapport(db, ctx, scope, asked.id);
    return { rapport, rows: flatRows(rapport), nom: fileName(rapport, asked.format) };
  },
  exports: ({ rapport, rows }, { format }) => ({
    type: "rapport",
    id: rapport.id,
    agenceId: rapport.agence_id,
    data: { format, lignes: rows.length },
  }),
});
