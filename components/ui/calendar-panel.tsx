"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { Heading } from "react-aria-components/Heading";

const turnClass =
  "tap inline-flex items-center justify-center rounded-control text-ink-muted hover:bg-accent-soft disabled:opacity-30";

/** The month of a date picker: 44 px days, first weekday and direction by language. */
export function CalendarPanel() {
  return (
    <Calendar>
      <header className="mb-2 flex items-center justify-between">
        <Button slot="previous" className={turnClass}>
          <ChevronLeft aria-hidden className="mirror size-5" />
        </Button>
        <Heading className="font-semibold first-letter:uppercase" />
        <Button slot="next" className={turnClass}>
          <ChevronRight aria-hidden className="mirror size-5" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className="border-separate border-spacing-0.5">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="h-8 text-xs font-medium text-ink-muted">{day}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="grid size-11 cursor-pointer place-items-center rounded-full tabular-nums outline-none hover:bg-accent-soft data-[disabled]:cursor-default data-[disabled]:opacity-35 data-[disabled]:hover:bg-transparent data-[focus-visible]:outline-2 data-[focus-visible]:outline-ring data-[outside-month]:invisible data-[selected]:bg-accent data-[selected]:font-semibold data-[selected]:text-accent-ink data-[today]:ring-1 data-[today]:ring-warm data-[unavailable]:line-through data-[unavailable]:opacity-35"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
