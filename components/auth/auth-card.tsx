import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** One short form before sign-in: title, one sentence, the form, and where else one may want to go. */
export function AuthCard({
  title,
  lead,
  notice,
  children,
  footer,
  wide = false,
}: {
  title: string;
  lead?: string;
  /** A message above the form. */
  notice?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
}) {
  return (
    <div className={`mx-auto w-full space-y-5 px-4 py-8 sm:py-12 ${wide ? "max-w-2xl" : "max-w-md"}`}>
      <header className="space-y-1.5">
        <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
        {lead ? <p className="text-ink-muted">{lead}</p> : null}
      </header>
      {notice}
      <Card>{children}</Card>
      {footer ? <div className="space-y-2 text-center text-ink-muted">{footer}</div> : null}
    </div>
  );
}
