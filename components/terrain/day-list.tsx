import { Route } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatHours, formatNumber, type Language } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { cx } from "../ui/cx";
import { VisitRow } from "./visit-row";

/** Time left for the way, and the straight line; `tight` when it will hardly be enough. */
export type Way = { minutes: number; km: number | null; tight: boolean };

/** The rest of the day in order, with the way between two visits. */
export function DayList({
  label,
  items,
  words,
}: {
  label: string;
  items: { visit: Prestation; gap: Way | null }[];
  words: Language;
}) {
  return (
    <ol
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised shadow-card"
    >
      {items.map(({ visit, gap }) => (
        <li key={visit.id}>
          {gap ? <WayLine way={gap} words={words} /> : null}
          <VisitRow visit={visit} words={words} />
        </li>
      ))}
    </ol>
  );
}

function WayLine({ way, words }: { way: Way; words: Language }) {
  const t = useTranslations("terrain.way");
  const time = formatHours(way.minutes, words);
  const text =
    way.km === null
      ? t("time", { time })
      : t("timeAndKm", { time, km: formatNumber(way.km, { ...words, decimals: 1 }) });
  return (
    <p
      className={cx(
        "flex items-center gap-2.5 px-4 py-2 text-sm",
        way.tight ? "bg-warning-soft font-medium text-warning-text" : "bg-sunken text-ink-muted",
      )}
    >
      <Route aria-hidden className="size-4 shrink-0" />
      <span>
        {text}
        {way.tight ? ` · ${t("tight")}` : ""}
      </span>
    </p>
  );
}
