import { getTranslations } from "next-intl/server";
import { formatHours, formatTime, type Relative } from "@/lib/i18n/format";
import { minutesBetween } from "@/lib/prestations/present";
import type { Prestation } from "@/lib/prestations/schemas";
import { clocked } from "./day";

/** Further away than this, the hours of the visit say enough. */
const SOON_MIN = 120;

/** Where we are in a visit, in words: on site since, in 25 min, planned 10 min ago; empty when far away or over. */
export async function visitMoment(visit: Prestation, words: Relative): Promise<string> {
  const t = await getTranslations("terrain.moment");
  if (visit.statut === "en_cours") {
    const since = clocked(visit.pointages, "arrivee");
    return since ? t("since", { time: formatTime(since, { ...words, timeZone: visit.fuseau }) }) : "";
  }
  if (visit.statut !== "confirmee" && visit.statut !== "planifiee") return "";
  const minutes = minutesBetween(words.now, new Date(visit.date));
  if (minutes > SOON_MIN) return "";
  if (minutes > 0) return t("in", { time: formatHours(minutes, words) });
  return minutes === 0 ? t("now") : t("ago", { time: formatHours(-minutes, words) });
}
