"use client";

import { Bell as BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Link, usePathname, useRouter } from "@/lib/i18n/navigation";
import { useLiveNumber } from "./live-number";

const MOST_SHOWN = 99;

/** How much is new, told without a reload; leads to the list. Without its stream it shows what the page knew. */
export function Bell({ count, href, stream }: { count: number; href: string; stream: string }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const isHere = usePathname() === href;
  const [unread, setUnread] = useState(count);
  const live = useLiveNumber(stream);
  useEffect(() => setUnread(count), [count]);
  useEffect(() => {
    if (live === undefined) return;
    setUnread(live);
    if (isHere && live !== count) router.refresh();
  }, [live, isHere, count, router]);
  return (
    <Link
      href={href}
      aria-label={t("bell", { count: unread })}
      aria-current={isHere ? "page" : undefined}
      className="relative grid size-11 shrink-0 place-items-center rounded-full hover:bg-accent-soft aria-[current=page]:text-accent-text"
    >
      <BellIcon aria-hidden className="size-5.5" />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute end-0.5 top-0.5 min-w-5 rounded-full bg-danger px-1 text-center text-xs leading-5 font-semibold text-danger-ink tabular-nums"
        >
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      ) : null}
    </Link>
  );
}
