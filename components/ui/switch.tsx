"use client";

import type { ReactNode } from "react";
import { SwitchButton, SwitchField } from "react-aria-components/Switch";
import { FieldDescription, type FieldProps, FieldRefusal, fieldClass } from "./field";
import { useFormField } from "./form-context";

/** Something that is on or off. In a form it is sent as `value` (default "on") when on. */
export function Switch({
  name,
  label,
  description,
  isDisabled,
  error,
  className,
  value = "on",
  defaultSelected,
  isSelected,
  onChange,
}: Omit<FieldProps, "label" | "isLabelHidden" | "isRequired"> & {
  label: ReactNode;
  value?: string;
  defaultSelected?: boolean;
  isSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
}) {
  const field = useFormField(name);
  const refusal = error ?? field.error;
  return (
    <SwitchField
      name={name}
      value={value}
      isSelected={isSelected}
      defaultSelected={isSelected === undefined ? field.value === value || defaultSelected : undefined}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={Boolean(refusal)}
      validationBehavior="aria"
      className={fieldClass(className)}
      data-field={name}
    >
      <SwitchButton className="group flex min-h-11 items-center justify-between gap-4">
        <span data-label>{label}</span>
        <span
          aria-hidden
          className="flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-line-strong bg-sunken p-0.5 transition-colors group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-ring group-data-[selected]:border-accent group-data-[selected]:bg-accent"
        >
          <span className="size-5 rounded-full bg-line-strong transition-transform group-data-[selected]:translate-x-5 group-data-[selected]:bg-accent-ink rtl:group-data-[selected]:-translate-x-5" />
        </span>
      </SwitchButton>
      <FieldDescription>{description}</FieldDescription>
      <FieldRefusal>{refusal}</FieldRefusal>
    </SwitchField>
  );
}
