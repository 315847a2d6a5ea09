import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { Badge } from "./badge";
import { cx } from "./cx";

export type TabLink = { href: string; label: ReactNode; current: boolean; count?: number };

/** Tabs that are pages or filters in the URL: plain links, no client code. */
export function TabNav({ label, items }: { label: string; items: TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={cx(
                "-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 px-3 font-medium whitespace-nowrap",
                item.current
                  ? "border-accent text-accent-text"
                  : "border-transparent text-ink-muted hover:border-line-strong hover:text-ink",
              )}
            >
              {item.label}
              {item.count ? <Badge tone={item.current ? "accent" : "neutral"}>{item.count}</Badge> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
