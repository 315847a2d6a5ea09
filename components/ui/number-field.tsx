"use client";

import { Minus, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { cx } from "./cx";
import { describedBy, FieldFrame, type FieldProps, groupClass } from "./field";
import { useFormField } from "./form-context";
import { numberText, parseNumberText, stepNumber } from "./number-text";

const stepClass =
  "tap inline-flex items-center justify-center text-ink-muted hover:text-accent-text disabled:opacity-40";

export type NumberFieldProps = FieldProps & {
  defaultValue?: number;
  value?: number | null;
  /** Told each readable number, and null when the field is emptied or unreadable. */
  onChange?: (value: number | null) => void;
  minValue?: number;
  maxValue?: number;
  step?: number;
  suffix?: string;
};

/** A number with minus and plus; the form receives it in plain digits whatever the language types or shows. */
export function NumberField(props: NumberFieldProps) {
  const { defaultValue, value, onChange, minValue, maxValue, step, suffix, isDisabled, error, ...frame } =
    props;
  const t = useTranslations("ui");
  const id = useId();
  const field = useFormField(frame.name);
  const refusal = error ?? field.error;
  const start = value ?? (field.value ? Number(field.value) : defaultValue);
  const { text, number, type, turn } = useNumberText(
    start,
    value,
    { step, min: minValue, max: maxValue },
    onChange,
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    turn(event.key === "ArrowUp" ? 1 : -1);
  };
  const stepButton = (direction: 1 | -1) => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t(direction === 1 ? "increase" : "decrease")}
      aria-controls={id}
      disabled={isDisabled || number === (direction === 1 ? maxValue : minValue)}
      onClick={() => turn(direction)}
      className={stepClass}
    >
      {direction === 1 ? <Plus aria-hidden className="size-4" /> : <Minus aria-hidden className="size-4" />}
    </button>
  );
  return (
    <FieldFrame {...frame} id={id} error={refusal}>
      <div className={cx(groupClass, "max-w-56")} data-invalid={refusal ? true : undefined}>
        {stepButton(-1)}
        <input
          id={id}
          type="text"
          inputMode="decimal"
          role="spinbutton"
          aria-valuenow={number ?? undefined}
          aria-valuetext={text}
          aria-valuemin={minValue}
          aria-valuemax={maxValue}
          aria-required={frame.isRequired}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={describedBy(id, frame.description, refusal)}
          autoComplete="off"
          disabled={isDisabled}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className="w-full min-w-0 bg-transparent py-2 text-center tabular-nums outline-none"
        />
        {suffix ? <span className="text-ink-muted">{suffix}</span> : null}
        {stepButton(1)}
      </div>
      {frame.name ? (
        <input
          type="hidden"
          name={frame.name}
          value={number === null ? text : String(number)}
          disabled={isDisabled}
        />
      ) : null}
    </FieldFrame>
  );
}

function useNumberText(
  start: number | null | undefined,
  driven: number | null | undefined,
  grid: { step?: number; min?: number; max?: number },
  onChange: ((value: number | null) => void) | undefined,
) {
  const locale = useLocale();
  const [typed, setTyped] = useState(() => numberText(start, locale));
  // A driver that moved on wins over what was typed, unless both say the same number.
  const text = driven !== undefined && parseNumberText(typed) !== driven ? numberText(driven, locale) : typed;
  const number = parseNumberText(text);
  const type = (next: string) => {
    setTyped(next);
    onChange?.(parseNumberText(next));
  };
  return { text, number, type, turn: (by: 1 | -1) => type(numberText(stepNumber(number, by, grid), locale)) };
}
