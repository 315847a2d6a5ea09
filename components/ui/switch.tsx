"use client";

import { useId } from "react";
import type { CheckboxProps } from "./checkbox";
import { describedBy, FieldNotes, fieldClass } from "./field";
import { useFormField } from "./form-context";

/** Something that is on or off. In a form it is sent as `value` (default "on") when on. */
export function Switch(props: Omit<CheckboxProps, "isRequired">) {
  const { name, label, description, isDisabled, className, value = "on" } = props;
  const id = useId();
  const field = useFormField(name);
  const error = props.error ?? field.error;
  return (
    <div className={fieldClass(className)} data-field={name}>
      <label className="flex min-h-11 cursor-pointer items-center justify-between gap-4 has-disabled:opacity-60">
        <span data-label>{label}</span>
        <input
          type="checkbox"
          name={name}
          value={value}
          checked={props.isSelected}
          defaultChecked={
            props.isSelected === undefined ? field.value === value || props.defaultSelected : undefined
          }
          onChange={(event) => props.onChange?.(event.currentTarget.checked)}
          disabled={isDisabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, description, error)}
          className="peer sr-only"
        />
        <span
          aria-hidden
          className="flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-line-strong bg-sunken p-0.5 transition-colors *:bg-line-strong peer-checked:border-accent peer-checked:bg-accent peer-checked:*:translate-x-5 peer-checked:*:bg-accent-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring rtl:peer-checked:*:-translate-x-5"
        >
          <span className="size-5 rounded-full transition-transform" />
        </span>
      </label>
      <FieldNotes id={id} description={description} error={error} />
    </div>
  );
}
