"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx";
import { describedBy, FieldNotes, type FieldProps, fieldClass, LabelText, labelClass } from "./field";
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

type RadioGroupProps = FieldProps & {
  options: readonly RadioOption[];
  columns?: 1 | 2 | 3 | 4;
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
};

const grid = {
  1: "",
  2: "sm:grid-cols-2",
  3: "grid-cols-2 sm:grid-cols-3",
  4: "grid-cols-2 sm:grid-cols-4",
};

/** One choice among a few, each a card large enough for a thumb. `columns` counts cards a row on wide screens. */
export function RadioGroup(props: RadioGroupProps) {
  const {
    name,
    label,
    description,
    isRequired,
    isDisabled,
    isLabelHidden,
    className,
    options,
    columns = 1,
  } = props;
  const id = useId();
  const field = useFormField(name);
  const error = props.error ?? field.error;
  const start = field.value ?? props.defaultValue;
  return (
    <fieldset
      disabled={isDisabled}
      aria-describedby={describedBy(id, description, error)}
      className={fieldClass(className)}
      data-field={name}
    >
      <legend className={isLabelHidden ? "sr-only" : labelClass}>
        <LabelText label={label} isRequired={isRequired} />
      </legend>
      <div className={cx("grid gap-2.5", grid[columns])}>
        {options.map((option) => (
          <RadioCard
            key={option.value}
            option={option}
            name={name ?? id}
            isRequired={isRequired}
            isInvalid={Boolean(error)}
            isDefault={props.value === undefined ? option.value === start : undefined}
            isChecked={props.value === undefined ? undefined : option.value === props.value}
            onSelect={props.onChange}
          />
        ))}
      </div>
      <FieldNotes id={id} description={description} error={error} />
    </fieldset>
  );
}

type RadioCardProps = {
  option: RadioOption;
  name: string;
  isRequired: boolean | undefined;
  isInvalid: boolean;
  isDefault: boolean | undefined;
  isChecked: boolean | undefined;
  onSelect: ((value: string) => void) | undefined;
};

function RadioCard({ option, name, isRequired, isInvalid, isDefault, isChecked, onSelect }: RadioCardProps) {
  return (
    <label className="group flex min-h-13 min-w-0 cursor-pointer items-center gap-3 rounded-control border border-line-strong bg-raised px-4 py-2.5 transition-colors hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-disabled:cursor-default has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring has-aria-invalid:border-danger">
      <input
        type="radio"
        name={name}
        value={option.value}
        checked={isChecked}
        defaultChecked={isDefault}
        onChange={() => onSelect?.(option.value)}
        required={isRequired}
        disabled={option.isDisabled}
        aria-invalid={isInvalid || undefined}
        className="sr-only"
      />
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded-full border-2 border-line-strong bg-raised group-has-checked:border-accent"
      >
        <span className="size-2.5 rounded-full group-has-checked:bg-accent" />
      </span>
      {option.icon}
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{option.label}</span>
        {option.description ? (
          <span className="block text-sm text-ink-muted">{option.description}</span>
        ) : null}
      </span>
      {option.trailing}
    </label>
  );
}
