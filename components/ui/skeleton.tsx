import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";

function Bone({ className }: { className?: string }) {
  return <span className={cx("block animate-pulse rounded-control bg-neutral-soft", className)} />;
}

function Waiting({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t("loading")}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The shape of a list while it loads. */
export function ListSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Waiting>
      <ul className="divide-y divide-line">
        {numbers(rows).map((row) => (
          <li key={row} className="flex items-center gap-4 py-4">
            <Bone className="size-11 rounded-full" />
            <span className="flex-1 space-y-2">
              <Bone className="h-4 w-2/5" />
              <Bone className="h-3.5 w-3/5" />
            </span>
            <Bone className="h-6 w-20 rounded-full" />
          </li>
        ))}
      </ul>
    </Waiting>
  );
}

/** The shape of a DataTable while it loads. */
export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <Waiting className="overflow-hidden rounded-card border border-line bg-raised">
      <div className="flex gap-6 border-b border-line bg-sunken px-4 py-3.5">
        {numbers(columns).map((column) => (
          <Bone key={column} className="h-4 flex-1" />
        ))}
      </div>
      {numbers(rows).map((row) => (
        <div key={row} className="flex gap-6 border-b border-line px-4 py-4 last:border-0">
          {numbers(columns).map((column) => (
            <Bone key={column} className={cx("h-4 flex-1", column === 0 && "grow-2")} />
          ))}
        </div>
      ))}
    </Waiting>
  );
}

/** The shape of a grid of cards while it loads. */
export function CardsSkeleton({ cards = 6 }: { cards?: number }) {
  return (
    <Waiting>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {numbers(cards).map((card) => (
          <div key={card} className="space-y-3 rounded-card border border-line bg-raised p-6">
            <Bone className="size-11" />
            <Bone className="h-5 w-1/2" />
            <Bone className="h-4 w-4/5" />
            <Bone className="h-4 w-2/3" />
          </div>
        ))}
      </div>
    </Waiting>
  );
}

/** Title and content of a page while it loads. */
export function PageSkeleton() {
  return (
    <div className="space-y-8">
      <div aria-hidden className="space-y-3">
        <Bone className="h-9 w-64 max-w-full" />
        <Bone className="h-4 w-96 max-w-full" />
      </div>
      <ListSkeleton />
    </div>
  );
}
