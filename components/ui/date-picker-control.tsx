"use client";

import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateField as AriaDateField } from "react-aria-components/DateField";
import {
  DatePicker as AriaDatePicker,
  Button,
  DateInput,
  DateSegment,
  type DateValue,
  Group,
  Popover,
} from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { AriaLabel, AriaLocale, AriaNotes } from "./aria-field";
import { CalendarPanel } from "./calendar-panel";
import { cx } from "./cx";
import type { DatePickerProps } from "./date-picker";
import { fieldClass, groupClass } from "./field";
import { popoverClass } from "./popover-style";

export type DatePickerControlProps = DatePickerProps & {
  hasCalendar: boolean;
  autoFocus?: boolean;
  defaultOpen?: boolean;
};

/** The loaded date control; use DatePicker or DateField, which load it when needed. */
export function DatePickerControl(props: DatePickerControlProps) {
  const { hasCalendar, defaultOpen, isDateUnavailable, onChange, error } = props;
  const shared = {
    name: props.name,
    autoFocus: props.autoFocus,
    value: props.value === undefined ? undefined : parse(props.value),
    defaultValue: props.value === undefined ? parse(props.defaultValue) : undefined,
    onChange: onChange ? (date: DateValue | null) => onChange(date ? date.toString() : null) : undefined,
    minValue: parse(props.minValue),
    maxValue: parse(props.maxValue),
    isRequired: props.isRequired,
    isDisabled: props.isDisabled,
    isInvalid: error ? true : undefined,
    validationBehavior: "aria" as const,
    shouldForceLeadingZeros: true,
    className: fieldClass(props.className),
    "data-field": props.name,
  };
  const label = (
    <AriaLabel label={props.label} isRequired={props.isRequired} isLabelHidden={props.isLabelHidden} />
  );
  const notes = <AriaNotes description={props.description} error={error} />;
  if (!hasCalendar)
    return (
      <AriaLocale>
        <AriaDateField {...shared}>
          {label}
          <Segments className={cx(groupClass, "px-3")} />
          {notes}
        </AriaDateField>
      </AriaLocale>
    );
  return (
    <AriaLocale>
      <AriaDatePicker
        {...shared}
        defaultOpen={defaultOpen}
        isDateUnavailable={isDateUnavailable ? (date) => isDateUnavailable(date.toString()) : undefined}
      >
        {label}
        <Group className={groupClass}>
          <Segments className="flex flex-1 px-3" />
          <OpenCalendar />
        </Group>
        {notes}
        <Popover className={popoverClass}>
          <Dialog className="p-4 outline-none">
            <CalendarPanel />
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </AriaLocale>
  );
}

function OpenCalendar() {
  const t = useTranslations("ui");
  return (
    <Button
      aria-label={t("openCalendar")}
      className="tap -my-0.5 inline-flex items-center justify-center text-ink-muted hover:text-accent-text"
    >
      <CalendarDays aria-hidden className="size-5" />
    </Button>
  );
}

/** The typed parts of a date or a time. */
export function Segments({ className }: { className?: string }) {
  return (
    <DateInput className={cx(className, "items-center tabular-nums")}>
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded px-0.5 outline-none data-[placeholder]:text-ink-muted focus:bg-accent focus:text-accent-ink data-[placeholder]:focus:text-accent-ink data-[type=literal]:px-0"
        />
      )}
    </DateInput>
  );
}

const parse = (date: string | null | undefined): CalendarDate | undefined =>
  date ? parseDate(date) : undefined;
