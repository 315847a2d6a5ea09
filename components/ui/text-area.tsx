"use client";

import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components/TextField";
import { FieldDescription, FieldLabel, type FieldProps, FieldRefusal, fieldClass, inputClass } from "./field";
import { useFormField } from "./form-context";

/** Several lines of text; grows with what is written. */
export function TextArea({
  name,
  label,
  description,
  isRequired,
  isDisabled,
  error,
  isLabelHidden,
  className,
  rows = 3,
  placeholder,
  maxLength,
  defaultValue,
  value,
  onChange,
}: FieldProps & {
  rows?: number;
  placeholder?: string;
  maxLength?: number;
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const field = useFormField(name);
  const refusal = error ?? field.error;
  return (
    <AriaTextField
      name={name}
      value={value}
      defaultValue={value === undefined ? (field.value ?? defaultValue) : undefined}
      onChange={onChange}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={Boolean(refusal)}
      maxLength={maxLength}
      validationBehavior="aria"
      className={fieldClass(className)}
      data-field={name}
    >
      <FieldLabel label={label} isRequired={isRequired} isLabelHidden={isLabelHidden} />
      <AriaTextArea rows={rows} placeholder={placeholder} className={`${inputClass} field-sizing-content`} />
      <FieldDescription>{description}</FieldDescription>
      <FieldRefusal>{refusal}</FieldRefusal>
    </AriaTextField>
  );
}
