"use client";

import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { cx } from "./cx";

/** A square button with an icon; `label` is its name for screen readers and the browser's own hint. */
export function IconButton({
  label,
  icon,
  className,
  ...rest
}: Omit<AriaButtonProps, "children" | "className"> & { label: string; icon: ReactNode; className?: string }) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      className={cx(
        "tap inline-flex items-center justify-center rounded-control text-ink-muted transition-colors hover:bg-accent-soft hover:text-ink disabled:opacity-50 [&_svg]:size-5",
        className,
      )}
    >
      {icon}
    </AriaButton>
  );
}
