import { query } from "@/lib/foundation/operation";
import { presentTarif } from "./present";
import { listTarifs as listRows } from "./prix-store";
import { tarifList } from "./schemas";

/** Prices within reach, past, present and planned; the latest start first. */
export const listTarifs = query({
  name: "tarif.list",
  input: tarifList,
  run: async ({ db, input, scope }) => {
    const page = await listRows(db, scope, input);
    return { ...page, results: page.results.map(presentTarif) };
  },
});
