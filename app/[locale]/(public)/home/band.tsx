import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** A full-width part of the page, its content at reading width. */
export function Band({
  tone = "plain",
  id,
  labelledBy,
  children,
}: {
  tone?: "plain" | "sunken" | "accent";
  id?: string;
  labelledBy?: string;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={labelledBy}
      className={cx(tone === "sunken" && "bg-sunken", tone === "accent" && "bg-accent-soft")}
    >
      <div className="mx-auto max-w-6xl px-4 py-14 sm:px-6 sm:py-20">{children}</div>
    </section>
  );
}

/** Title of a part, with the sentence below it. */
export function BandTitle({ id, title, lead }: { id: string; title: string; lead?: ReactNode }) {
  return (
    <header className="mb-8 max-w-2xl sm:mb-10">
      <h2 id={id} className="text-2xl font-bold tracking-tight sm:text-3xl">
        {title}
      </h2>
      {lead ? <p className="mt-2 text-lg text-ink-muted">{lead}</p> : null}
    </header>
  );
}
