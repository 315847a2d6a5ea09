import { query } from "@/lib/foundation/operation";
import { findHistory } from "./find-history";
import { presentHistoryEntry } from "./present";
import { historyInput } from "./schemas-history";
import { listAudit, proofsOf } from "./store";

/**
 * Everything that ever happened to one object and to what belongs to it, oldest first, each entry with whether it still
 * holds and the signed checkpoint that covers it. Persons are pseudonyms, for every reader. Throws `notFound`.
 */
export const readHistory = query({
  name: "audit.readHistory",
  input: historyInput,
  run: async ({ db, input, scope }) => {
    const { objet, objet_id, ...part } = input;
    const objets = await findHistory(db, scope, { objet, objet_id });
    const page = await listAudit(db, { ...part, ordering: part.ordering ?? "id", parmi: objets });
    const proofs = await proofsOf(
      db,
      page.results.map(({ id }) => id),
    );
    return {
      ...page,
      results: page.results.map((row) => presentHistoryEntry(row, proofs.get(row.id))),
      objets,
    };
  },
  reads: (_, { objet, objet_id }) => ({ type: "audit", id: "historique", data: { objet, objet_id } }),
});
