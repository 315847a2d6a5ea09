import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { cx } from "./cx";

/** A figure people act on. With `href` the whole tile is the link to the list behind it. */
export function Stat({
  label,
  value,
  hint,
  icon,
  href,
  tone = "plain",
}: {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
  href?: string;
  tone?: "plain" | "attention";
}) {
  const look = cx(
    "flex flex-col gap-1 rounded-card border p-5",
    tone === "attention" ? "border-transparent bg-warm-soft" : "border-line bg-raised shadow-card",
  );
  const content = (
    <>
      <span className="flex items-center gap-2 text-ink-muted [&_svg]:size-5 [&_svg]:text-warm-text">
        {icon}
        {label}
      </span>
      <span className="text-3xl font-semibold tabular-nums">{value}</span>
      {hint ? <span className="text-sm text-ink-muted">{hint}</span> : null}
    </>
  );
  if (!href) return <div className={look}>{content}</div>;
  return (
    <Link href={href} className={cx(look, "transition-colors hover:border-accent")}>
      {content}
    </Link>
  );
}
