import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatHours, formatRelativeRange, type Relative } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";

const MINUTE_MS = 60_000;
const URGENT_MIN = 3 * 60;
const IN_HOURS_MIN = 24 * 60;

/** How long a request still waits: hours and minutes within a day, the day and time further off. */
export function Expiry({
  until,
  words,
  isShort = false,
}: {
  until: Date;
  words: Relative;
  /** Under a heading that says "Expire" already. */
  isShort?: boolean;
}) {
  const t = useTranslations("dashboard.requests");
  const minutes = Math.floor((until.getTime() - words.now.getTime()) / MINUTE_MS);
  const text =
    minutes <= 0
      ? t("expired")
      : minutes < IN_HOURS_MIN
        ? t(isShort ? "in" : "expiresIn", { duration: formatHours(minutes, words) })
        : isShort
          ? formatRelativeRange(until, undefined, { ...words, capitalised: true })
          : t("expiresOn", { when: formatRelativeRange(until, undefined, words) });
  return (
    <Badge tone={minutes < URGENT_MIN ? "danger" : "warning"} icon={<Clock aria-hidden />}>
      <time dateTime={until.toISOString()}>{text}</time>
    </Badge>
  );
}
