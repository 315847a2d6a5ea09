import type { ReactNode } from "react";

/** A list with nothing in it: says why it is empty and what to do next. `icon` is a lucide icon. */
export function EmptyState({
  icon,
  title,
  action,
  children,
}: {
  icon?: ReactNode;
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-dashed border-line-strong/50 px-6 py-12 text-center">
      {icon ? (
        <span
          aria-hidden
          className="grid size-14 place-items-center rounded-full bg-warm-soft text-warm-text [&_svg]:size-6"
        >
          {icon}
        </span>
      ) : null}
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-ink-muted">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
