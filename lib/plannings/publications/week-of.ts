import { Refused } from "@/lib/foundation/errors";
import { daySpan, mondayOf } from "@/lib/foundation/zoned";

/** Monday of a week and its span. Throws `validation` on a week that does not exist. */
export function weekOf(semaine: string, fuseau: string): { du: string; span: { debut: Date; fin: Date } } {
  const du = mondayOf(semaine);
  if (!du) throw new Refused("validation", { errors: [{ pointer: "/semaine", code: "invalidDate" }] });
  const { start: debut, end: fin } = daySpan(du, 7, fuseau);
  return { du, span: { debut, fin } };
}
