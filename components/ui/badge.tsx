import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "neutral" | "accent" | "info" | "success" | "warning" | "danger" | "warm";

export const toneClass: Record<Tone, string> = {
  neutral: "bg-neutral-soft text-neutral-text",
  accent: "bg-accent-soft text-accent-text",
  info: "bg-info-soft text-info-text",
  success: "bg-success-soft text-success-text",
  warning: "bg-warning-soft text-warning-text",
  danger: "bg-danger-soft text-danger-text",
  warm: "bg-warm-soft text-warm-text",
};

/** A short word in a coloured pill, with an optional icon. Never the only carrier of a meaning. */
export function Badge({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap [&_svg]:size-[1em] [&_svg]:shrink-0",
        toneClass[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
