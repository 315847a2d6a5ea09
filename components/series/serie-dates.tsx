"use client";

import { CalendarSearch, CalendarX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formatDate, formatTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { SeriePreview } from "./serie-form";

/** The first dates of the form around it, asked for at will; each may be left out. */
export function SerieDates({
  preview,
  region,
}: {
  preview: (form: FormData) => Promise<SeriePreview>;
  region: string;
}) {
  const t = useTranslations("series.create");
  const [left, setLeft] = useState<readonly string[]>([]);
  const [found, setFound] = useState<SeriePreview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const look = async () => {
    const form = place.current?.closest("form");
    if (!form) return;
    setBusy(true);
    const data = new FormData(form);
    // Asked without them, so that a day left out can be seen and taken back.
    data.delete("exceptions");
    setFound(await preview(data).catch(() => null));
    setBusy(false);
  };
  const toggle = (jour: string) =>
    setLeft(left.includes(jour) ? left.filter((one) => one !== jour) : [...left, jour]);
  return (
    <div ref={place} className="rounded-card bg-sunken p-4 sm:p-5">
      <input type="hidden" name="exceptions" value={left.join(" ")} />
      <Button onPress={look} isPending={isBusy} icon={<CalendarSearch aria-hidden />}>
        {t("look")}
      </Button>
      <div aria-live="polite" className="mt-4 empty:mt-0">
        {found && !found.ok ? <Notice tone="warning">{found.message}</Notice> : null}
        {found?.ok ? <Dates found={found} left={left} toggle={toggle} region={region} /> : null}
      </div>
    </div>
  );
}

function Dates({
  found,
  left,
  toggle,
  region,
}: {
  found: Extract<SeriePreview, { ok: true }>;
  left: readonly string[];
  toggle: (jour: string) => void;
  region: string;
}) {
  const t = useTranslations("series.create");
  const locale = useLocale() as Locale;
  const { apercu } = found;
  const zoned = { locale, region, timeZone: apercu.fuseau };
  const day = (jour: string) => formatDate(jour, { locale, region, style: "full" });
  return (
    <>
      <p className="font-semibold">{apercu.en_clair}</p>
      <ul className="mt-2 divide-y divide-line">
        {apercu.results.map(({ jour, date, ferie }) => {
          const isLeft = left.includes(jour);
          const isOut = isLeft || date === null;
          const put = date !== null && date.slice(0, 10) !== jour ? date.slice(0, 10) : null;
          return (
            <li key={jour} className="flex min-h-11 flex-wrap items-center gap-x-3 py-1.5">
              <span
                className={isOut ? "flex-1 text-ink-muted line-through" : "flex-1 first-letter:uppercase"}
              >
                {day(jour)}
                {date && !put ? (
                  <span className="tabular-nums"> · {formatTime(new Date(date), zoned)}</span>
                ) : null}
              </span>
              {ferie ? (
                <span className="inline-flex items-center gap-1.5 text-sm text-warning-text">
                  <CalendarX aria-hidden className="size-4" />
                  {date === null
                    ? t("skipped", { holiday: ferie })
                    : put
                      ? t("putOff", { holiday: ferie, day: day(put) })
                      : ferie}
                </span>
              ) : null}
              {date === null ? null : (
                <Button size="sm" variant="ghost" onPress={() => toggle(jour)}>
                  {isLeft ? t("keep") : t("leaveOut")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
