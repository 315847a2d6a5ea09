import { ChevronDown, Heart, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDate, formatRelativeDay, formatTimeRange, type Relative } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import type { Creneau } from "@/lib/prestations/schemas";
import { cx } from "../ui/cx";
import { type DaySlots, hourOf } from "./slot-week";

type Props = { days: DaySlots[]; hrefOf: (slot: Creneau) => string; words: Relative };

/**
 * The free slots of a week, one day below the other. A day opens without waiting and without client code; the first
 * one with a free slot is open from the start, and a full day says so.
 */
export function SlotDays({ days, hrefOf, words }: Props) {
  const first = days.find((day) => day.slots.length > 0);
  return (
    <ul className="space-y-3">
      {days.map((day) => (
        <li key={day.day}>
          {day.slots.length === 0 ? (
            <FullDay day={day} words={words} />
          ) : (
            <OpenDay day={day} words={words} hrefOf={hrefOf} isOpen={day === first} />
          )}
        </li>
      ))}
    </ul>
  );
}

function DayName({ day, words }: { day: DaySlots; words: Relative }) {
  const exact = formatDate(day.day, { ...words, style: "weekdayDayMonth" });
  const near = formatRelativeDay(day.day, { ...words, capitalised: true });
  const isNear = day.distance < 2;
  return (
    <span className="min-w-0 flex-1">
      <span className="block text-lg font-semibold first-letter:uppercase">{isNear ? near : exact}</span>
      {isNear ? <span className="block text-sm text-ink-muted">{exact}</span> : null}
    </span>
  );
}

function FullDay({ day, words }: { day: DaySlots; words: Relative }) {
  const t = useTranslations("reservations.slots");
  return (
    <div className="flex min-h-16 items-center gap-3 rounded-card border border-dashed border-line-strong/50 px-4 text-ink-muted">
      <DayName day={day} words={words} />
      <span className="text-sm">{t("fullDay")}</span>
    </div>
  );
}

function OpenDay({ day, words, hrefOf, isOpen }: Omit<Props, "days"> & { day: DaySlots; isOpen: boolean }) {
  const t = useTranslations("reservations.slots");
  return (
    <details
      open={isOpen}
      className="group overflow-hidden rounded-card border border-line bg-raised shadow-card"
    >
      <summary className="flex min-h-16 list-none items-center gap-3 px-4 py-2 hover:bg-surface [&::-webkit-details-marker]:hidden">
        <DayName day={day} words={words} />
        <span className="text-sm text-ink-muted">{t("free", { count: day.slots.length })}</span>
        <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <div className="space-y-4 border-t border-line p-4">
        {(["morning", "afternoon", "evening"] as const).map((part) => {
          const slots = day.slots.filter((slot) => partOf(slot, words) === part);
          return slots.length === 0 ? null : (
            <section key={part} aria-label={t(part)}>
              <h3 className="mb-2 text-sm font-semibold text-ink-muted">{t(part)}</h3>
              <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
                {slots.map((slot) => (
                  <li key={slot.date}>
                    <SlotLink slot={slot} href={hrefOf(slot)} words={words} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </details>
  );
}

const NOON = 12;
const EVENING = 18;

function partOf(slot: Creneau, words: Relative) {
  const hour = hourOf(slot, words);
  return hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
}

function SlotLink({ slot, href, words }: { slot: Creneau; href: string; words: Relative }) {
  const t = useTranslations("reservations.slots");
  const reason = slot.raisons[0] ?? "disponible";
  const Icon = { dejaVenu: Heart, proche: MapPin, disponible: null }[reason];
  return (
    <Link
      href={href}
      prefetch={false}
      className={cx(
        "flex h-full min-h-16 flex-col justify-center rounded-control border px-3 py-2 hover:border-accent hover:bg-accent-soft",
        reason === "dejaVenu" ? "border-accent bg-accent-soft/50" : "border-line-strong",
      )}
    >
      <span className="text-lg leading-tight font-semibold tabular-nums">
        {formatTimeRange(new Date(slot.date), new Date(slot.fin), words)}
      </span>
      <span className="text-sm">{t("with", { name: slot.intervenant.prenom })}</span>
      {Icon ? (
        <span className="mt-0.5 flex items-start gap-1 text-xs leading-tight text-accent-text">
          <Icon aria-hidden className="size-3.5 shrink-0" />
          {t(`reason.${reason}`)}
        </span>
      ) : null}
    </Link>
  );
}
