import { query } from "@/lib/foundation/operation";
import { presentPublication } from "./present";
import { publicationList } from "./schemas";
import { listPublications as listRows } from "./store";

/** Published weeks within reach, the latest first. */
export const listPublications = query({
  name: "publication.list",
  input: publicationList,
  run: async ({ db, input, scope }) => {
    const page = await listRows(db, scope, input);
    return { ...page, results: page.results.map(presentPublication) };
  },
});
