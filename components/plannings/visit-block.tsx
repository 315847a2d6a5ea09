import {
  CalendarCheck,
  CalendarClock,
  CircleCheck,
  CirclePlay,
  Clock,
  Hourglass,
  type LucideIcon,
  Receipt,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { formatTimeRange, type Relative } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import { visitState } from "../prestations/visit-words";
import { cx } from "../ui/cx";
import type { WeekVisit } from "./week";

const looks: Record<string, { icon: LucideIcon; look: string }> = {
  demandee: { icon: Clock, look: "border-s-warning-text bg-warning-soft" },
  planifiee: { icon: CalendarClock, look: "border-s-info-text bg-info-soft" },
  confirmee: { icon: CalendarCheck, look: "border-s-accent bg-accent-soft" },
  en_cours: { icon: CirclePlay, look: "border-s-warm bg-warm-soft" },
  realisee: { icon: Hourglass, look: "border-s-warning-text bg-warning-soft" },
  validee: { icon: CircleCheck, look: "border-s-success-text bg-success-soft" },
  facturee: { icon: Receipt, look: "border-s-neutral-text bg-neutral-soft" },
};

/** A visit in the week: time, whom, what, and how it stands in word, colour and icon. Opens its panel. */
export function VisitBlock({
  item,
  href,
  words,
}: {
  item: WeekVisit;
  href: string;
  words: Omit<Relative, "timeZone">;
}) {
  const { visit, conflicts } = item;
  const t = useTranslations("plannings.week");
  const tStates = useTranslations("states");
  const state = visitState(visit);
  const { icon: Icon, look } = looks[state.statut] ?? {
    icon: CalendarClock,
    look: "border-s-line bg-sunken",
  };
  const word =
    state.domain === "reservation"
      ? tStates(`reservation.${state.statut}`)
      : tStates(`prestation.${state.statut}`);
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      className={cx(
        "block min-h-11 rounded-md border-s-3 px-2 py-1 text-[0.8125rem] leading-snug hover:brightness-97 print:break-inside-avoid print:border print:px-1 print:py-0 print:text-[0.6875rem] print:leading-tight",
        look,
        conflicts.length > 0 && "ring-1 ring-danger",
      )}
    >
      <span className="block font-semibold tabular-nums">
        {formatTimeRange(new Date(visit.date), new Date(visit.fin), { ...words, timeZone: visit.fuseau })}
      </span>
      <span className="block truncate">
        <bdi>{visit.client.nom}</bdi>
      </span>
      <span className="block truncate text-ink-muted">{visit.libelle}</span>
      <span className="flex items-center gap-1 text-xs font-medium">
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {word}
      </span>
      {conflicts.map((conflict) => (
        <span key={conflict} className="flex items-start gap-1 text-xs font-medium text-danger-text">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {t(`conflict.${conflict}`)}
        </span>
      ))}
    </Link>
  );
}
