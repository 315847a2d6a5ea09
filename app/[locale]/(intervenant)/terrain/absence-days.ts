import { civilDay } from "@/lib/foundation/zoned";
import type { AbsenceShape } from "@/lib/intervenants/schemas";

/** First and last civil day of an absence; its end is the first moment of being back. */
export function absenceDays(
  absence: Pick<AbsenceShape, "debut" | "fin">,
  zone: string,
): { du: string; au: string } {
  return {
    du: civilDay(new Date(absence.debut), zone),
    au: civilDay(new Date(new Date(absence.fin).getTime() - 1), zone),
  };
}
