import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { fileName, flatRows } from "./flat-rows";
import { selectLieux } from "./labels-store";
import { openRapport } from "./open-rapport";
import { renderRapport } from "./pdf/render-rapport";

const input = z.object({ id, format: z.enum(["csv", "json", "pdf"]) });

/**
 * A stored run to leave as a file: its rows, flat, the whole, and its pages when a PDF is asked for. Every export is
 * logged. Throws `notFound`.
 */
export const exportRapport = query({
  name: "rapport.export",
  input,
  run: async ({ db, input: asked, ctx, scope }) => {
    const rapport = await openRapport(db, ctx, scope, asked.id);
    const pages =
      asked.format === "pdf"
        ? await renderRapport(rapport, ctx.locale, await selectLieux(db, rapport.agences))
        : null;
    return { rapport, rows: flatRows(rapport), pages, nom: fileName(rapport, asked.format) };
  },
  exports: ({ rapport, rows }, { format }) => ({
    type: "rapport",
    id: rapport.id,
    agenceId: rapport.agence_id,
    data: { format, lignes: rows.length },
  }),
});
