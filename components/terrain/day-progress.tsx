import { useTranslations } from "next-intl";
import { formatHours, type Language } from "@/lib/i18n/format";
import { cx } from "../ui/cx";

/** How far the day has come: visits done of all, hours worked of those planned. */
export function DayProgress({
  done,
  count,
  worked,
  planned,
  words,
}: {
  done: number;
  count: number;
  /** Minutes. */
  worked: number;
  planned: number;
  words: Language;
}) {
  const t = useTranslations("terrain.today");
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  return (
    <div className="mt-3">
      <p className="flex flex-wrap justify-between gap-x-4 text-ink-muted">
        <span className="font-medium text-ink">{t("progressVisits", { done, count })}</span>
        <span className="tabular-nums">
          {t("progressHours", { worked: formatHours(worked, words), planned: formatHours(planned, words) })}
        </span>
      </p>
      <div aria-hidden className="mt-1.5 flex gap-1">
        {steps.map((step) => (
          <span
            key={step}
            className={cx("h-2 flex-1 rounded-full", step <= done ? "bg-accent" : "bg-line")}
          />
        ))}
      </div>
    </div>
  );
}
