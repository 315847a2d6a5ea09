import { query } from "@/lib/foundation/operation";
import { withOffset } from "@/lib/foundation/zoned";
import { type AvisShape, avisList } from "./schemas";
import { listPublished } from "./store";

/** Published reviews, the latest first, without anything that names their author. */
export const listAvis = query({
  name: "avis.list",
  input: avisList,
  run: async ({ db, input, ctx }) => {
    const { moyenne, nombre, ...page } = await listPublished(db, input);
    const results = page.results.map(
      (row): AvisShape => ({
        id: row.id,
        note: row.note,
        commentaire: row.commentaire,
        reponse: row.reponse,
        auteur: `${row.initiale}.`,
        type: row.code,
        libelle: row.libelles[ctx.locale],
        agence_id: row.agenceId,
        agence: row.agence,
        publie_le: withOffset(row.publieLe, row.fuseau),
      }),
    );
    const counted = input.count ? { count: nombre } : {};
    return { ...page, ...counted, results, resume: { moyenne, nombre } };
  },
});
