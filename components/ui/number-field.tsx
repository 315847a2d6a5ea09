"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { NumberField as AriaNumberField, Button, Group, Input } from "react-aria-components/NumberField";
import { AriaLabel, AriaLocale, AriaNotes } from "./aria-field";
import { cx } from "./cx";
import { type FieldProps, fieldClass, groupClass } from "./field";
import { useFormField } from "./form-context";

const stepClass =
  "tap inline-flex items-center justify-center text-ink-muted hover:text-accent-text disabled:opacity-40";

/** A number with minus and plus; the form receives it in plain digits whatever the language shows. */
export function NumberField({
  name,
  label,
  description,
  isRequired,
  isDisabled,
  error,
  isLabelHidden,
  className,
  defaultValue,
  value,
  onChange,
  minValue,
  maxValue,
  step,
  suffix,
}: FieldProps & {
  defaultValue?: number;
  value?: number;
  onChange?: (value: number) => void;
  minValue?: number;
  maxValue?: number;
  step?: number;
  suffix?: string;
}) {
  const t = useTranslations("ui");
  const field = useFormField(name);
  const refusal = error ?? field.error;
  const sent = field.value ? Number(field.value) : undefined;
  return (
    <AriaLocale>
      <AriaNumberField
        name={name}
        value={value}
        defaultValue={value === undefined ? (sent ?? defaultValue) : undefined}
        onChange={onChange}
        minValue={minValue}
        maxValue={maxValue}
        step={step}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={Boolean(refusal)}
        validationBehavior="aria"
        className={fieldClass(className)}
        data-field={name}
      >
        <AriaLabel label={label} isRequired={isRequired} isLabelHidden={isLabelHidden} />
        <Group className={cx(groupClass, "max-w-56")}>
          <Button slot="decrement" aria-label={t("decrease")} className={stepClass}>
            <Minus aria-hidden className="size-4" />
          </Button>
          <Input className="w-full min-w-0 bg-transparent py-2 text-center tabular-nums outline-none" />
          {suffix ? <span className="text-ink-muted">{suffix}</span> : null}
          <Button slot="increment" aria-label={t("increase")} className={stepClass}>
            <Plus aria-hidden className="size-4" />
          </Button>
        </Group>
        <AriaNotes description={description} error={refusal} />
      </AriaNumberField>
    </AriaLocale>
  );
}
