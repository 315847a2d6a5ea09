import { fromDate } from "@internationalized/date";
import { useLocale } from "next-intl";
import { useId } from "react";
import {
  type DateStyle,
  formatDate,
  formatDateTime,
  formatRelativeDay,
  formatRelativeRange,
  formatTime,
  formatTimeRange,
  type Zoned,
} from "@/lib/i18n/format";

type Form =
  | { style: DateStyle | "time" | "dateTime" | "timeRange" }
  /** In words ("demain, 09:00–11:00"); `now` is passed so that server and browser agree. */
  | { style: "relativeDay" | "relative"; now: Date };

export type DateTimeProps = Form & {
  value: Date;
  /** End of the visit, for ranges. */
  end?: Date;
  timeZone: string;
  /** Country of the agency, for regional month names. */
  region?: string;
  capitalised?: boolean;
  expandable?: boolean;
  className?: string;
};

/**
 * A moment in words; its exact date, time and zone on hover, for screen readers and for machines.
 * `expandable` also shows them on a tap or with the keyboard; not inside a link or a button.
 */
export function DateTime(props: DateTimeProps) {
  const id = useId();
  const zoned: Zoned = { locale: useLocale(), timeZone: props.timeZone, region: props.region };
  const exact = exactly(props, zoned);
  const vague = props.style === "relativeDay" || props.style === "relative";
  const time = (
    <time dateTime={isoWithOffset(props.value, props.timeZone)} title={exact} className={props.className}>
      {inWords(props, zoned)}
      {vague && !props.expandable ? <span className="sr-only"> ({exact})</span> : null}
    </time>
  );
  if (!props.expandable) return time;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="cursor-pointer underline decoration-dotted underline-offset-4"
      >
        {time}
      </button>
      <span
        id={id}
        popover="auto"
        className="m-auto rounded-lg border border-line bg-raised p-4 text-ink shadow-lg [position-area:block-end] [position-try:flip-block]"
      >
        {exact}
      </span>
    </>
  );
}

function inWords(props: DateTimeProps, zoned: Zoned): string {
  switch (props.style) {
    case "time":
      return formatTime(props.value, zoned);
    case "dateTime":
      return formatDateTime(props.value, zoned);
    case "timeRange":
      return props.end ? formatTimeRange(props.value, props.end, zoned) : formatTime(props.value, zoned);
    case "relativeDay":
      return formatRelativeDay(props.value, { ...zoned, now: props.now, capitalised: props.capitalised });
    case "relative":
      return formatRelativeRange(props.value, props.end, {
        ...zoned,
        now: props.now,
        capitalised: props.capitalised,
      });
    default:
      return formatDate(props.value, { ...zoned, style: props.style });
  }
}

function exactly({ value, end, timeZone }: DateTimeProps, zoned: Zoned): string {
  const day = formatDate(value, { ...zoned, style: "full" });
  const hours = end ? formatTimeRange(value, end, zoned) : formatTime(value, zoned);
  return `${day}${zoned.locale === "ar" ? "،" : ","} ${hours} (${timeZone})`;
}

/** ISO 8601 with the zone's offset, as answered by the API. */
function isoWithOffset(value: Date, timeZone: string): string {
  return fromDate(value, timeZone)
    .toString()
    .replace(/\[.*\]$/, "");
}
