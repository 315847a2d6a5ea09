import { load, pageContext } from "@/lib/delivery/page";
import { withOffset } from "@/lib/foundation/zoned";
import { listAgences } from "@/lib/organisation/list-agences";

/** Now as the log writes it: local time of the agency that was entered first, YYYY-MM-DDTHH:MM. */
export async function localNow(): Promise<string> {
  const [{ now }, { results }] = await Promise.all([
    pageContext(),
    load(listAgences, { ordering: "id", limit: 1 }),
  ]);
  return withOffset(now, results[0]?.fuseau ?? "Europe/Paris").slice(0, 16);
}
