import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { presentFiltre, selectFiltres } from "./filtre-store";

/** The filters of the log that the caller keeps, oldest first. */
export const listFiltres = query({
  name: "filtre.list",
  input: z.object({}),
  run: async ({ db, scope }) => ({ results: (await selectFiltres(db, scope)).map(presentFiltre) }),
});
