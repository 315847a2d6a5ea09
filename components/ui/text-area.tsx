"use client";

import { useId } from "react";
import { describedBy, FieldFrame, type FieldProps, inputClass } from "./field";
import { useFormField } from "./form-context";

/** Several lines of text; grows with what is written. */
export function TextArea({
  isDisabled,
  error,
  rows = 3,
  placeholder,
  maxLength,
  defaultValue,
  value,
  onChange,
  ...frame
}: FieldProps & {
  rows?: number;
  placeholder?: string;
  maxLength?: number;
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const id = useId();
  const field = useFormField(frame.name);
  const refusal = error ?? field.error;
  return (
    <FieldFrame {...frame} id={id} error={refusal}>
      <textarea
        id={id}
        name={frame.name}
        rows={rows}
        placeholder={placeholder}
        maxLength={maxLength}
        value={value}
        defaultValue={value === undefined ? (field.value ?? defaultValue) : undefined}
        onChange={onChange ? (event) => onChange(event.currentTarget.value) : undefined}
        required={frame.isRequired}
        disabled={isDisabled}
        aria-invalid={refusal ? true : undefined}
        aria-describedby={describedBy(id, frame.description, refusal)}
        className={`${inputClass} field-sizing-content`}
        style={{ minBlockSize: `${rows * 1.55 + 1.1}rem` }}
      />
    </FieldFrame>
  );
}
