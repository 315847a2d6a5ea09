"use client";

import type { ReactNode } from "react";
import { RadioGroup as AriaRadioGroup, RadioButton, RadioField } from "react-aria-components/RadioGroup";
import { cx } from "./cx";
import { FieldDescription, FieldLabel, type FieldProps, FieldRefusal, fieldClass } from "./field";
import { useFormField } from "./form-context";

export type RadioOption = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  /** At the end of the card, e.g. a price. */
  trailing?: ReactNode;
  icon?: ReactNode;
  isDisabled?: boolean;
};

/** One choice among a few, each a card large enough for a thumb. `columns` counts cards a row on wide screens. */
export function RadioGroup({
  name,
  label,
  description,
  isRequired,
  isDisabled,
  error,
  isLabelHidden,
  className,
  options,
  columns = 1,
  defaultValue,
  value,
  onChange,
}: FieldProps & {
  options: readonly RadioOption[];
  columns?: 1 | 2 | 3 | 4;
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const field = useFormField(name);
  const refusal = error ?? field.error;
  return (
    <AriaRadioGroup
      name={name}
      value={value}
      defaultValue={value === undefined ? (field.value ?? defaultValue) : undefined}
      onChange={onChange}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={Boolean(refusal)}
      validationBehavior="aria"
      className={fieldClass(className)}
      data-field={name}
    >
      <FieldLabel label={label} isRequired={isRequired} isLabelHidden={isLabelHidden} />
      <FieldDescription>{description}</FieldDescription>
      <div className={cx("grid gap-2.5", description ? "mt-2" : null, grid[columns])}>
        {options.map((option) => (
          <RadioCard key={option.value} option={option} />
        ))}
      </div>
      <FieldRefusal>{refusal}</FieldRefusal>
    </AriaRadioGroup>
  );
}

const grid = {
  1: "",
  2: "sm:grid-cols-2",
  3: "grid-cols-2 sm:grid-cols-3",
  4: "grid-cols-2 sm:grid-cols-4",
};

function RadioCard({ option }: { option: RadioOption }) {
  return (
    <RadioField value={option.value} isDisabled={option.isDisabled} className="min-w-0">
      <RadioButton className="group flex h-full min-h-13 items-center gap-3 rounded-control border border-line-strong bg-raised px-4 py-2.5 transition-colors hover:border-accent data-[disabled]:opacity-50 data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-ring data-[invalid]:border-danger data-[selected]:border-accent data-[selected]:bg-accent-soft data-[selected]:ring-1 data-[selected]:ring-accent">
        <span
          aria-hidden
          className="grid size-5 shrink-0 place-items-center rounded-full border-2 border-line-strong bg-raised group-data-[selected]:border-accent"
        >
          <span className="size-2.5 rounded-full group-data-[selected]:bg-accent" />
        </span>
        {option.icon}
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{option.label}</span>
          {option.description ? (
            <span className="block text-sm text-ink-muted">{option.description}</span>
          ) : null}
        </span>
        {option.trailing}
      </RadioButton>
    </RadioField>
  );
}
