import { getTranslations } from "next-intl/server";
import { civilDay } from "@/lib/foundation/zoned";
import { formatDate, type Relative } from "@/lib/i18n/format";
import type { AbsenceShape } from "@/lib/intervenants/schemas";

/** The civil days of an absence; its end is the first moment of being back. */
export async function periodOf(
  { debut, fin }: Pick<AbsenceShape, "debut" | "fin">,
  words: Relative,
): Promise<string> {
  const t = await getTranslations("intervenants.gestion.absences");
  const du = civilDay(new Date(debut), words.timeZone);
  const au = civilDay(new Date(new Date(fin).getTime() - 1), words.timeZone);
  const day = (date: string) => formatDate(date, { ...words, style: "long" });
  return du === au ? day(du) : t("fromTo", { from: day(du), to: day(au) });
}
