import type { ReactNode } from "react";
import { cx } from "./cx";

/** A separate object: a service, a visit, an invoice. For plain groups of text use a section instead. */
export function Card({
  as: Tag = "div",
  tone = "plain",
  className,
  children,
}: {
  as?: "div" | "article" | "section" | "li";
  tone?: "plain" | "accent" | "warm" | "sunken";
  className?: string;
  children: ReactNode;
}) {
  return <Tag className={cx("rounded-card border p-5 sm:p-6", tones[tone], className)}>{children}</Tag>;
}

const tones = {
  plain: "border-line bg-raised shadow-card",
  accent: "border-transparent bg-accent-soft",
  warm: "border-transparent bg-warm-soft",
  sunken: "border-line bg-sunken",
};
