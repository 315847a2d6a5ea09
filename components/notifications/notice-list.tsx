import {
  Bell,
  CalendarCheck,
  CalendarOff,
  Check,
  ChevronRight,
  Footprints,
  type LucideIcon,
  Receipt,
  ShieldCheck,
  Star,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/i18n/date-time";
import { cx } from "@/components/ui/cx";
import type { Relative } from "@/lib/i18n/format";
import type { Notification } from "@/lib/notifications/schemas";

type Act = (form: FormData) => Promise<void>;
type Props = { notices: Notification[]; words: Relative; open: Act; mark: Act };

const icons: Readonly<Record<string, LucideIcon>> = {
  reservation: CalendarCheck,
  prestation: Footprints,
  facture: Receipt,
  avis: Star,
  absence: CalendarOff,
  alerte: TriangleAlert,
  compte: ShieldCheck,
};

/** Notices as sentences; pressing one opens what it is about and marks it as read. */
export function NoticeList({ notices, ...rest }: Props) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised shadow-card">
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} {...rest} />
      ))}
    </ul>
  );
}

function NoticeRow({ notice, words, open, mark }: Omit<Props, "notices"> & { notice: Notification }) {
  const t = useTranslations("notifications.centre");
  const kind = notice.type.split(".")[0] ?? "";
  const Icon = icons[kind] ?? Bell;
  const isAlert = kind === "alerte";
  return (
    <li className={cx("flex items-center gap-1 pe-2", !notice.lue && "bg-accent-soft/50")}>
      <form action={open} className="min-w-0 flex-1">
        <input type="hidden" name="id" value={notice.id} />
        <button
          type="submit"
          className="flex w-full items-center gap-3 px-4 py-3.5 text-start hover:bg-sunken"
        >
          <span
            aria-hidden
            className={cx(
              "grid size-10 shrink-0 place-items-center rounded-full [&_svg]:size-5",
              isAlert ? "bg-warning-soft text-warning-text" : "bg-accent-soft text-accent-text",
            )}
          >
            <Icon />
          </span>
          <span className="min-w-0 flex-1">
            <span className={cx("block first-letter:uppercase", !notice.lue && "font-semibold")}>
              {notice.lue ? null : <span className="sr-only">{t("unread")} </span>}
              {notice.message}
            </span>
            <span className="block text-sm text-ink-muted first-letter:uppercase">
              <DateTime
                value={new Date(notice.cree_le)}
                timeZone={words.timeZone}
                region={words.region}
                style="relative"
                now={words.now}
              />
            </span>
          </span>
          <ChevronRight aria-hidden className="mirror size-5 shrink-0 text-ink-muted" />
        </button>
      </form>
      {notice.lue ? null : (
        <form action={mark}>
          <input type="hidden" name="id" value={notice.id} />
          <button
            type="submit"
            aria-label={t("markOne")}
            title={t("markOne")}
            className="grid size-11 place-items-center rounded-full text-ink-muted hover:bg-accent-soft hover:text-accent-text"
          >
            <Check aria-hidden className="size-5" />
          </button>
        </form>
      )}
    </li>
  );
}
