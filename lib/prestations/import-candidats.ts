import type { Tx } from "@/db/client";
import { loadCandidats, type Question } from "./agenda-store";
import { overlaps, type Span } from "./journee";
import type { Candidat } from "./regles";

/** What lies further away cannot matter to the rules of one visit. */
const AROUND_MS = 96 * 3_600_000;

/**
 * Everybody named by an import, read once for each activity of each agency; visits planned on the way are known to the
 * next lines.
 */
export function candidatsOf(db: Tx, ids: readonly number[], span: Span) {
  const read = new Map<string, Promise<Map<number, Candidat>>>();
  const visits = new Map<number, Span[]>();

  async function load(question: Question): Promise<Map<number, Candidat>> {
    const found = await loadCandidats(db, question);
    for (const { id, visites } of found) if (!visits.has(id)) visits.set(id, [...visites]);
    return new Map(found.map((one) => [one.id, one]));
  }

  return {
    /** The person with the visits around `at`; undefined when not of that agency, or not active. */
    find: async (
      id: number,
      agenceId: number,
      activiteId: number,
      at: Span,
    ): Promise<Candidat | undefined> => {
      const key = `${agenceId}:${activiteId}`;
      // Which client asks only weighs when somebody is proposed, and an import proposes nobody.
      const question = { agenceId, activiteId, clientId: 0, ids, span };
      if (!read.has(key)) read.set(key, load(question));
      const found = (await read.get(key))?.get(id);
      const near = { debut: at.debut - AROUND_MS, fin: at.fin + AROUND_MS };
      return found && { ...found, visites: (visits.get(id) ?? []).filter((one) => overlaps(one, near)) };
    },
    /** Keeps the visits of a person in order of time. */
    add: (id: number, at: Span): void => {
      const own = visits.get(id) ?? [];
      const after = own.findIndex(({ debut }) => debut > at.debut);
      own.splice(after === -1 ? own.length : after, 0, at);
      visits.set(id, own);
    },
  };
}
