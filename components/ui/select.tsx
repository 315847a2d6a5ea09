"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { cx } from "./cx";
import { describedBy, FieldFrame, type FieldProps, inputClass } from "./field";
import { useFormField } from "./form-context";

export type Option = { value: string; label: string; isDisabled?: boolean };

/**
 * One choice among a few. The browser's own list: best on phones, free of client code, works in GET forms.
 * More than about twenty options: use ComboBox.
 */
export function Select({
  isDisabled,
  error,
  options,
  placeholder,
  defaultValue,
  value,
  onChange,
  ...frame
}: FieldProps & {
  options: readonly Option[];
  /** Text of the empty choice; left out with a default value, there is no empty choice. */
  placeholder?: string;
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const t = useTranslations("ui");
  const id = useId();
  const field = useFormField(frame.name);
  const refusal = error ?? field.error;
  const start = field.value ?? defaultValue;
  const hasEmpty = placeholder !== undefined || (!start && value === undefined);
  return (
    <FieldFrame {...frame} id={id} error={refusal}>
      <div className="relative">
        <select
          id={id}
          name={frame.name}
          value={value}
          defaultValue={value === undefined ? (start ?? "") : undefined}
          onChange={onChange ? (event) => onChange(event.currentTarget.value) : undefined}
          required={frame.isRequired}
          disabled={isDisabled}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={describedBy(id, frame.description, refusal)}
          className={cx(inputClass, "appearance-none truncate pe-10")}
        >
          {hasEmpty ? <option value="">{placeholder ?? t("choose")}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-muted"
        />
      </div>
    </FieldFrame>
  );
}
