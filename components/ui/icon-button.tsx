"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "disabled"> & {
  label: string;
  icon: ReactNode;
  isDisabled?: boolean;
  onPress?: () => void;
};

/** A square button with an icon; `label` is its name for screen readers and the browser's own hint. */
export function IconButton({
  label,
  icon,
  isDisabled,
  onPress,
  onClick,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type="button"
      aria-label={label}
      disabled={isDisabled}
      onClick={(event) => {
        onClick?.(event);
        onPress?.();
      }}
      className={cx(
        "tap inline-flex items-center justify-center rounded-control text-ink-muted transition-colors hover:bg-accent-soft hover:text-ink disabled:opacity-50 [&_svg]:size-5",
        className,
      )}
    >
      {icon}
    </button>
  );
}
