import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { lastEnded, lastExecutions } from "./execution-store";
import { presentExecution } from "./present";

const SHOWN = 20;

/** The last run of the checks with what it named, and those before it. */
export const readIntegrite = query({
  name: "integrite.read",
  input: z.object({}),
  run: async ({ db }) => {
    const [ended, rows] = await Promise.all([lastEnded(db), lastExecutions(db, SHOWN)]);
    return {
      derniere: ended ? presentExecution(ended) : null,
      executions: rows.map((row) => {
        const { anomalies: _named, ...short } = presentExecution(row);
        return short;
      }),
    };
  },
});
