import { CloudAlert } from "lucide-react";
import type { ReactNode } from "react";

/** A part of a page that could not be shown: what happened, the reference to quote, and a way on. */
export function ErrorState({
  title,
  reference,
  action,
  children,
}: {
  title: ReactNode;
  reference?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-center gap-3 px-6 py-14 text-center">
      <span
        aria-hidden
        className="grid size-14 place-items-center rounded-full bg-danger-soft text-danger-text"
      >
        <CloudAlert className="size-6" />
      </span>
      <h1 className="text-2xl font-semibold">{title}</h1>
      {children ? <div className="text-ink-muted">{children}</div> : null}
      {reference ? <p className="text-sm text-ink-muted tabular-nums">{reference}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
