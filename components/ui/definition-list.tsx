import type { ReactNode } from "react";
import { cx } from "./cx";

export type Definition = { term: ReactNode; value: ReactNode; key?: string };

/** Names and values of one object. `columns` 2 sets pairs side by side on wide screens. */
export function DefinitionList({ items, columns = 1 }: { items: Definition[]; columns?: 1 | 2 }) {
  return (
    <dl className={cx("grid gap-x-8", columns === 2 && "md:grid-cols-2")}>
      {items.map((item, index) => (
        <div
          key={item.key ?? index}
          className="flex flex-col gap-0.5 border-b border-line py-3 sm:grid sm:grid-cols-[minmax(8rem,2fr)_3fr] sm:gap-4"
        >
          <dt className="text-ink-muted">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
