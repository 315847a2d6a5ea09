import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";

export type ToDo = {
  key: string;
  href: string;
  icon: ReactNode;
  label: string;
  count: number;
  /** A sum, or why it matters. */
  detail?: ReactNode;
  isPressing?: boolean;
};

/** What waits, as numbers that lead to the list behind them. Give only those that are not zero. */
export function ToDoList({ items }: { items: ToDo[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised shadow-card">
      {items.map((item) => (
        <li key={item.key}>
          <Link href={item.href} className="flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-surface">
            <span
              aria-hidden
              className={`grid size-9 shrink-0 place-items-center rounded-full [&_svg]:size-4 ${
                item.isPressing ? "bg-danger-soft text-danger-text" : "bg-warm-soft text-warm-text"
              }`}
            >
              {item.icon}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block">{item.label}</span>
              {item.detail ? <span className="block text-sm text-ink-muted">{item.detail}</span> : null}
            </span>
            <span className="text-xl font-semibold tabular-nums">{item.count}</span>
            <ChevronRight aria-hidden className="mirror size-4 text-ink-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
