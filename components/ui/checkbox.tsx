"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { FieldDescription, type FieldProps, FieldRefusal, fieldClass } from "./field";
import { useFormField } from "./form-context";

/** Yes or no inside a form, sent as `value` (default "on") when ticked. */
export function Checkbox({
  name,
  label,
  description,
  isRequired,
  isDisabled,
  error,
  className,
  value = "on",
  defaultSelected,
  isSelected,
  onChange,
}: Omit<FieldProps, "label" | "isLabelHidden"> & {
  label: ReactNode;
  value?: string;
  defaultSelected?: boolean;
  isSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
}) {
  const field = useFormField(name);
  const refusal = error ?? field.error;
  return (
    <CheckboxField
      name={name}
      value={value}
      isSelected={isSelected}
      defaultSelected={isSelected === undefined ? field.value === value || defaultSelected : undefined}
      onChange={onChange}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={Boolean(refusal)}
      validationBehavior="aria"
      className={fieldClass(className)}
      data-field={name}
    >
      <CheckboxButton className="group flex min-h-11 items-start gap-3 py-2">
        {({ isSelected: isOn }) => (
          <>
            <span
              aria-hidden
              className="mt-0.5 grid size-5.5 shrink-0 place-items-center rounded-md border-2 border-line-strong bg-raised text-transparent group-hover:border-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-ring group-data-[invalid]:border-danger group-data-[selected]:border-accent group-data-[selected]:bg-accent group-data-[selected]:text-accent-ink"
            >
              {isOn ? <Check className="size-4" strokeWidth={3} /> : null}
            </span>
            <span data-label>{label}</span>
          </>
        )}
      </CheckboxButton>
      <div className="ps-8.5">
        <FieldDescription>{description}</FieldDescription>
        <FieldRefusal>{refusal}</FieldRefusal>
      </div>
    </CheckboxField>
  );
}
