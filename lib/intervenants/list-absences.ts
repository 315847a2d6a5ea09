import { query } from "@/lib/foundation/operation";
import { listAbsences as listRows } from "./absence-store";
import { presentAbsence } from "./present-agenda";
import { absenceList } from "./schemas";

/** Absences within reach, the latest first; each says how many planned visits it touches. */
export const listAbsences = query({
  name: "absence.list",
  input: absenceList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope, input);
    return { ...page, results: page.results.map((row) => presentAbsence(row, ctx)) };
  },
});
