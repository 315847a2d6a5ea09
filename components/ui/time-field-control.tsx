"use client";

import { parseTime, type Time } from "@internationalized/date";
import { TimeField as AriaTimeField, type TimeValue } from "react-aria-components/TimeField";
import { AriaLabel, AriaLocale, AriaNotes } from "./aria-field";
import { cx } from "./cx";
import { Segments } from "./date-picker-control";
import { fieldClass, groupClass } from "./field";
import type { TimeFieldProps } from "./time-field";

export type TimeFieldControlProps = TimeFieldProps & { autoFocus?: boolean };

/** The loaded time control; use TimeField, which loads it when needed. */
export function TimeFieldControl(props: TimeFieldControlProps) {
  const { onChange, error } = props;
  return (
    <AriaLocale>
      <AriaTimeField
        name={props.name}
        autoFocus={props.autoFocus}
        value={props.value === undefined ? undefined : parse(props.value)}
        defaultValue={props.value === undefined ? parse(props.defaultValue) : undefined}
        onChange={
          onChange
            ? (time: TimeValue | null) => onChange(time ? time.toString().slice(0, 5) : null)
            : undefined
        }
        hourCycle={24}
        granularity="minute"
        shouldForceLeadingZeros
        isRequired={props.isRequired}
        isDisabled={props.isDisabled}
        isInvalid={error ? true : undefined}
        validationBehavior="aria"
        className={fieldClass(props.className)}
        data-field={props.name}
      >
        <AriaLabel label={props.label} isRequired={props.isRequired} isLabelHidden={props.isLabelHidden} />
        <div dir="ltr" className="rtl:[&>*]:justify-end">
          <Segments className={cx(groupClass, "px-3")} />
        </div>
        <AriaNotes description={props.description} error={error} />
      </AriaTimeField>
    </AriaLocale>
  );
}

const parse = (time: string | null | undefined): Time | undefined => (time ? parseTime(time) : undefined);
