import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { findPlaceOf, listDisponibilites as listRows } from "./disponibilite-store";
import { presentDisponibilite } from "./present-agenda";
import { disponibiliteList } from "./schemas";

/** Weekly hours of one person, by weekday. Throws `notFound` when the person is absent or out of reach. */
export const listDisponibilites = query({
  name: "disponibilite.list",
  input: disponibiliteList,
  run: async ({ db, input, scope }) => {
    if (!(await findPlaceOf(db, scope, input.intervenant_id))) throw new Refused("notFound");
    const page = await listRows(db, input.intervenant_id, input);
    return { ...page, results: page.results.map(presentDisponibilite) };
  },
});
