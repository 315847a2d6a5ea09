"use client";

import { useTranslations } from "next-intl";
import type { FieldProps } from "./field";
import { useFormField } from "./form-context";
import { PickerShell, useOnIntent } from "./picker-shell";
import type { TimeFieldControlProps } from "./time-field-control";

export type TimeFieldProps = FieldProps & {
  /** Wall-clock time 'HH:MM', 24 hours. */
  defaultValue?: string;
  value?: string | null;
  onChange?: (time: string | null) => void;
};

const loadControl = () => import("./time-field-control").then((module) => module.TimeFieldControl);

/** A time of day, typed. The form receives 'HH:MM:SS' from the control, 'HH:MM' while untouched. */
export function TimeField(props: TimeFieldProps) {
  const t = useTranslations("ui");
  const field = useFormField(props.name);
  const { Control, start, preload, open } = useOnIntent<TimeFieldControlProps>(loadControl);
  const error = props.error ?? field.error;
  const defaultValue = field.value ?? props.defaultValue;
  if (Control)
    return <Control {...props} autoFocus={start.autoFocus} error={error} defaultValue={defaultValue} />;
  const value = (props.value === undefined ? defaultValue : props.value) ?? "";
  return (
    <PickerShell
      {...props}
      error={error}
      value={value}
      text={value ? value.slice(0, 5) : t("timePlaceholder")}
      isEmpty={!value}
      onPreload={preload}
      onOpen={open}
    />
  );
}
