"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  // What is typed decides its own direction: a French address stays readable on an Arabic page.
  "[unicode-bidi:plaintext] " +
  "placeholder:text-ink-muted disabled:bg-sunken disabled:opacity-70 [&[readonly]]:bg-sunken " +
  "hover:border-ink focus:border-accent focus:outline-2 focus:outline-ring focus:outline-offset-0 " +
  "aria-invalid:border-danger aria-invalid:outline-danger";

export const groupClass =
  "flex w-full min-h-11 items-center rounded-control border border-line-strong bg-raised text-ink hover:border-ink " +
  "focus-within:border-accent focus-within:outline-2 focus-within:outline-ring data-[invalid]:border-danger data-[disabled]:opacity-70";

export const labelClass = "mb-1.5 block font-medium";
export const descriptionClass = "mt-1.5 block text-sm text-ink-muted";
export const refusalClass = "mt-1.5 flex items-start gap-1.5 text-sm font-medium text-danger-text";

/** The words of a label, with "(facultatif)" where the field may be left empty. */
export function LabelText({ label, isRequired }: { label: ReactNode; isRequired?: boolean }) {
  const t = useTranslations("ui");
  return (
    <>
      <span data-label>{label}</span>
      {isRequired === false ? <span className="font-normal text-ink-muted"> ({t("optional")})</span> : null}
    </>
  );
}

/** Description and refusal under a native control, to be named by `describedBy`. */
export function FieldNotes({
  id,
  description,
  error,
}: {
  id: string;
  description?: ReactNode;
  error?: string;
}) {
  return (
    <>
      {description ? (
        <p id={`${id}-d`} className={descriptionClass}>
          {description}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-e`} className={refusalClass}>
          <RefusalContent>{error}</RefusalContent>
        </p>
      ) : null}
    </>
  );
}

export function RefusalContent({ children }: { children?: ReactNode }) {
  return (
    <>
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </>
  );
}

/** Value of aria-describedby for a control whose notes are `FieldNotes` of the same `id`. */
export function describedBy(
  id: string,
  description: ReactNode,
  error: string | undefined,
): string | undefined {
  return cx(description ? `${id}-d` : null, error ? `${id}-e` : null) || undefined;
}

/** Label, native control and notes in one column. */
export function FieldFrame({
  id,
  name,
  label,
  description,
  isRequired,
  error,
  isLabelHidden,
  className,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={fieldClass(className)} data-field={name}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : labelClass}>
        <LabelText label={label} isRequired={isRequired} />
      </label>
      {children}
      <FieldNotes id={id} description={description} error={error} />
    </div>
  );
}

export const fieldClass = (className?: string) => cx("block min-w-0", className);
