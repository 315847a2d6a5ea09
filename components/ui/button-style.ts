import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const base =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-semibold whitespace-nowrap select-none " +
  "transition-colors duration-150 disabled:opacity-55 data-[pending]:opacity-80 [&_svg]:size-[1.15em] [&_svg]:shrink-0";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-accent-ink shadow-card hover:bg-accent-hover active:bg-accent-hover",
  secondary: "border border-line-strong bg-raised text-ink hover:border-accent hover:bg-accent-soft",
  ghost: "text-accent-text hover:bg-accent-soft",
  danger: "bg-danger text-danger-ink hover:bg-danger-hover",
};

// 44 px is the floor for a target; the small size keeps it through its hit area in dense tables.
const sizes: Record<ButtonSize, string> = {
  sm: "relative min-h-9 px-3 text-sm before:absolute before:-inset-1 before:content-['']",
  md: "min-h-11 px-4",
  lg: "min-h-13 px-6 text-lg",
};

/** The look of a button, for `Button`, `LinkButton` and links that act like one. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md", extra?: string) {
  return cx(base, variants[variant], sizes[size], extra);
}
