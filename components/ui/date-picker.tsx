"use client";

import { CalendarDays } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { DatePickerControlProps } from "./date-picker-control";
import type { FieldProps } from "./field";
import { useFormField } from "./form-context";
import { PickerShell, useOnIntent } from "./picker-shell";

export type DatePickerProps = FieldProps & {
  /** Civil dates, 'YYYY-MM-DD'. */
  defaultValue?: string;
  value?: string | null;
  onChange?: (date: string | null) => void;
  minValue?: string;
  maxValue?: string;
  isDateUnavailable?: (date: string) => boolean;
};

/** A civil date, typed segment by segment or picked in a calendar. The form receives 'YYYY-MM-DD'. */
export function DatePicker(props: DatePickerProps) {
  return <LazyDate {...props} hasCalendar />;
}

/** A civil date that people know by heart (a birthday): typed only. */
export function DateField(props: DatePickerProps) {
  return <LazyDate {...props} hasCalendar={false} />;
}

const loadControl = () => import("./date-picker-control").then((module) => module.DatePickerControl);

function LazyDate({ hasCalendar, ...props }: DatePickerProps & { hasCalendar: boolean }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const field = useFormField(props.name);
  const { Control, start, preload, open } = useOnIntent<DatePickerControlProps>(loadControl);
  const error = props.error ?? field.error;
  const defaultValue = field.value ?? props.defaultValue;
  if (Control)
    return (
      <Control {...props} {...start} error={error} defaultValue={defaultValue} hasCalendar={hasCalendar} />
    );
  const value = (props.value === undefined ? defaultValue : props.value) ?? "";
  return (
    <PickerShell
      {...props}
      error={error}
      value={value}
      text={value ? dayFirst(value, locale) : t("datePlaceholder")}
      isEmpty={!value}
      icon={hasCalendar ? <CalendarDays aria-hidden /> : undefined}
      iconLabel={t("openCalendar")}
      onPreload={preload}
      onOpen={open}
    />
  );
}

// All four languages write a short date day first; Arabic reads it from the right, like the loaded control.
function dayFirst(date: string, locale: string): string {
  const [year, month, day] = date.split("-");
  return [day, month, year].join(locale === "ar" ? "\u200f/" : "/");
}
