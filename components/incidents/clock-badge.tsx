import { Check, Clock, ClockAlert, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Incident } from "@/lib/incidents/schemas";
import { Badge } from "../ui/badge";

type Delai = Pick<Incident["delais"][number], "etat" | "heures_restantes">;

/** From two days on, days are said rather than hours. */
const DAYS_FROM = 48;

/** How one clock stands, in words and colour. */
export function ClockBadge({ delai: { etat, heures_restantes: hours } }: { delai: Delai }) {
  const t = useTranslations("incidents");
  if (etat === "non_requis") return <Badge icon={<Minus aria-hidden />}>{t("delais.non_requis")}</Badge>;
  if (hours === null)
    return (
      <Badge tone={etat === "fait" ? "success" : "warning"} icon={<Check aria-hidden />}>
        {t(`delais.${etat}`)}
      </Badge>
    );
  if (etat === "depasse") {
    const late = -hours;
    return (
      <Badge tone="danger" icon={<ClockAlert aria-hidden />}>
        {late < DAYS_FROM
          ? t("clock.late", { hours: late })
          : t("clock.lateDays", { days: Math.floor(late / 24) })}
      </Badge>
    );
  }
  return (
    <Badge tone={etat === "bientot" ? "warning" : "info"} icon={<Clock aria-hidden />}>
      {hours < DAYS_FROM ? t("clock.left", { hours }) : t("clock.leftDays", { days: Math.floor(hours / 24) })}
    </Badge>
  );
}
