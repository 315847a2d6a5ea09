import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { cx } from "./cx";

export type Choice = {
  key: string | number;
  href: string;
  title: ReactNode;
  description?: ReactNode;
  leading?: ReactNode;
  trailing?: ReactNode;
};

/** A list whose rows lead somewhere: visits, invoices, people. Large targets, one link a row. */
export function ChoiceList({ items, label }: { items: Choice[]; label?: string }) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised shadow-card"
    >
      {items.map((item) => (
        <li key={item.key}>
          <Link
            href={item.href}
            className={cx(
              "flex min-h-16 items-center gap-4 px-4 py-3.5 sm:px-5",
              "-outline-offset-2 hover:bg-surface",
            )}
          >
            {item.leading}
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1.5">
              <span className="min-w-[min(100%,11rem)] flex-1">
                <span className="block font-medium">{item.title}</span>
                {item.description ? (
                  <span className="block text-sm text-ink-muted">{item.description}</span>
                ) : null}
              </span>
              {item.trailing}
            </span>
            <ChevronRight aria-hidden className="mirror size-5 shrink-0 text-ink-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
