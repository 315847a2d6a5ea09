import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "../ui/link-button";

/** The week before, the current one, the week after. */
export function WeekNav({
  previous,
  next,
  todayHref,
  isCurrent,
}: {
  previous: string;
  next: string;
  todayHref: string;
  isCurrent: boolean;
}) {
  const t = useTranslations("plannings.week");
  return (
    <nav aria-label={t("weeks")} className="flex gap-2 print:hidden">
      <LinkButton href={previous} aria-label={t("previous")} scroll={false}>
        <ChevronLeft aria-hidden className="mirror" />
      </LinkButton>
      <LinkButton href={todayHref} aria-current={isCurrent ? "date" : undefined} scroll={false}>
        {t("thisWeek")}
      </LinkButton>
      <LinkButton href={next} aria-label={t("next")} scroll={false}>
        <ChevronRight aria-hidden className="mirror" />
      </LinkButton>
    </nav>
  );
}
