"use client";

import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { describedBy, FieldNotes, type FieldProps, fieldClass, LabelText } from "./field";
import { useFormField } from "./form-context";

export type CheckboxProps = Omit<FieldProps, "label" | "isLabelHidden"> & {
  label: ReactNode;
  value?: string;
  defaultSelected?: boolean;
  isSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
};

/** Yes or no inside a form, sent as `value` (default "on") when ticked. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, description, isRequired, isDisabled, className, value = "on" } = props;
  const id = useId();
  const field = useFormField(name);
  const error = props.error ?? field.error;
  return (
    <div className={fieldClass(className)} data-field={name}>
      <label className="group flex min-h-11 cursor-pointer items-start gap-3 py-2 has-disabled:opacity-60">
        <input
          type="checkbox"
          name={name}
          value={value}
          checked={props.isSelected}
          defaultChecked={
            props.isSelected === undefined ? field.value === value || props.defaultSelected : undefined
          }
          onChange={(event) => props.onChange?.(event.currentTarget.checked)}
          required={isRequired}
          disabled={isDisabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, description, error)}
          className="peer sr-only"
        />
        <span
          aria-hidden
          className="mt-0.5 grid size-5.5 shrink-0 place-items-center rounded-md border-2 border-line-strong bg-raised text-transparent group-hover:border-accent peer-checked:border-accent peer-checked:bg-accent peer-checked:text-accent-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring peer-aria-invalid:border-danger"
        >
          <Check className="size-4" strokeWidth={3} />
        </span>
        <span className="min-w-0">
          <LabelText label={label} isRequired={isRequired} />
        </span>
      </label>
      <div className="ps-8.5 [&>p]:mt-0">
        <FieldNotes id={id} description={description} error={error} />
      </div>
    </div>
  );
}
