import { Clock, ClockAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";

const SOON_DAYS = 7;

/** The clock of a request that waits: days left, or how late it is; nothing once it was answered. */
export function Deadline({ daysLeft }: { daysLeft: number | null }) {
  const t = useTranslations("rgpd.clock");
  if (daysLeft === null) return null;
  const isLate = daysLeft < 0;
  const tone = isLate ? "danger" : daysLeft <= SOON_DAYS ? "warning" : "info";
  return (
    <Badge tone={tone} icon={isLate ? <ClockAlert aria-hidden /> : <Clock aria-hidden />}>
      {isLate ? t("late", { days: -daysLeft }) : t("left", { days: daysLeft })}
    </Badge>
  );
}
