"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { cx } from "./cx";

/** Props every field shares. The refusal comes from the surrounding ActionForm by `name`. */
export type FieldProps = {
  name?: string;
  label: string;
  description?: ReactNode;
  /** true: announced as required. false: the label says "(facultatif)". Left out: nothing is said. */
  isRequired?: boolean;
  isDisabled?: boolean;
  /** A refusal known without a form. */
  error?: string;
  /** Hide the label from sight where the place says it all (filters); it stays for screen readers. */
  isLabelHidden?: boolean;
  className?: string;
};

export const inputClass =
  "block w-full min-w-0 min-h-11 rounded-control border border-line-strong bg-raised px-3 py-2 text-ink " +
  "placeholder:text-ink-muted disabled:bg-sunken disabled:opacity-70 [&[readonly]]:bg-sunken " +
  "hover:border-ink focus:border-accent focus:outline-2 focus:outline-ring focus:outline-offset-0 " +
  "aria-invalid:border-danger aria-invalid:outline-danger";

export const groupClass =
  "flex w-full min-h-11 items-center rounded-control border border-line-strong bg-raised text-ink hover:border-ink " +
  "focus-within:border-accent focus-within:outline-2 focus-within:outline-ring data-[invalid]:border-danger data-[disabled]:opacity-70";

export const labelClass = "mb-1.5 block font-medium";

/** The words of a label, with "(facultatif)" where the field may be left empty. */
export function LabelText({ label, isRequired }: { label: string; isRequired?: boolean }) {
  const t = useTranslations("ui");
  return (
    <>
      <span data-label>{label}</span>
      {isRequired === false ? <span className="font-normal text-ink-muted"> ({t("optional")})</span> : null}
    </>
  );
}

export function FieldLabel({
  label,
  isRequired,
  isLabelHidden,
}: Pick<FieldProps, "label" | "isRequired" | "isLabelHidden">) {
  return (
    <Label className={isLabelHidden ? "sr-only" : labelClass}>
      <LabelText label={label} isRequired={isRequired} />
    </Label>
  );
}

export function FieldDescription({ children }: { children?: ReactNode }) {
  if (!children) return null;
  return (
    <Text slot="description" className="mt-1.5 block text-sm text-ink-muted">
      {children}
    </Text>
  );
}

/** Inside a react-aria field: linked to it and shown only while the field is refused. */
export function FieldRefusal({ children }: { children?: string }) {
  return (
    <FieldError className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-danger-text">
      <RefusalContent>{children}</RefusalContent>
    </FieldError>
  );
}

/** The same beside a native control, linked by `id` and aria-describedby. */
export function RefusalContent({ children }: { children?: ReactNode }) {
  return (
    <>
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </>
  );
}

export const fieldClass = (className?: string) => cx("block min-w-0", className);
