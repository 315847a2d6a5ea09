"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-style";

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  isDisabled?: boolean;
  isPending?: boolean;
  onPress?: () => void;
};

/** A button. `isPending` keeps its place and its focus, says so to screen readers and refuses a second press. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon,
    className,
    children,
    isDisabled,
    isPending,
    onPress,
    onClick,
    type = "button",
    ...rest
  } = props;
  const t = useTranslations("ui");
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      data-pending={isPending || undefined}
      onClick={(event) => {
        if (isPending) return event.preventDefault();
        onClick?.(event);
        onPress?.();
      }}
      className={buttonClass(variant, size, className)}
    >
      {isPending ? <LoaderCircle aria-hidden className="animate-spin-slow" /> : icon}
      {children}
      {isPending ? <span className="sr-only">{t("pending")}</span> : null}
    </button>
  );
}
