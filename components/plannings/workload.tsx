import { useTranslations } from "next-intl";
import { formatHours, type Language } from "@/lib/i18n/format";

/** Hours planned against the contract, as a bar and in words. */
export function Workload({
  plannedMin,
  contractMin,
  words,
}: {
  plannedMin: number;
  contractMin: number;
  words: Language;
}) {
  const t = useTranslations("plannings.week");
  const share = contractMin > 0 ? Math.min(1, plannedMin / contractMin) : plannedMin > 0 ? 1 : 0;
  const isOver = plannedMin > contractMin;
  return (
    <span className="mt-1 block text-xs font-normal">
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-neutral-soft">
        <span
          className={`block h-full rounded-full ${isOver ? "bg-danger" : "bg-accent"}`}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </span>
      <span
        className={`mt-0.5 block tabular-nums ${isOver ? "font-semibold text-danger-text" : "text-ink-muted"}`}
      >
        {t(isOver ? "hoursOver" : "hours", {
          planned: formatHours(plannedMin, words),
          contract: formatHours(contractMin, words),
        })}
      </span>
    </span>
  );
}
