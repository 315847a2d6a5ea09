import type { ReactNode } from "react";
import { type Tone, toneClass } from "./badge";
import { cx } from "./cx";

export type TimelineItem = {
  key: string | number;
  title: ReactNode;
  time?: ReactNode;
  icon?: ReactNode;
  tone?: Tone;
  children?: ReactNode;
};

/** Events in order, oldest or newest first as the caller gives them. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="relative space-y-6 border-s-2 border-line ms-4 ps-7">
      {items.map((item) => (
        <li key={item.key} className="relative">
          <span
            aria-hidden
            className={cx(
              "absolute -start-7 top-0 grid size-8 -translate-x-1/2 place-items-center rounded-full rtl:translate-x-1/2 [&_svg]:size-4",
              toneClass[item.tone ?? "neutral"],
            )}
          >
            {item.icon ?? <span className="size-2 rounded-full bg-current" />}
          </span>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="font-medium">{item.title}</p>
            {item.time ? <p className="text-sm text-ink-muted tabular-nums">{item.time}</p> : null}
          </div>
          {item.children ? <div className="mt-1 text-ink-muted">{item.children}</div> : null}
        </li>
      ))}
    </ol>
  );
}
