"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-style";

export type ButtonProps = Omit<AriaButtonProps, "children" | "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A button. `isPending` keeps its place and its focus, says so to screen readers and refuses a second press. */
export function Button({ variant, size, icon, className, children, isPending, ...rest }: ButtonProps) {
  const t = useTranslations("ui");
  return (
    <AriaButton {...rest} isPending={isPending} className={buttonClass(variant, size, className)}>
      {isPending ? <LoaderCircle aria-hidden className="animate-spin-slow" /> : icon}
      {children}
      {isPending ? <span className="sr-only">{t("pending")}</span> : null}
    </AriaButton>
  );
}
