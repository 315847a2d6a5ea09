"use client";

import { useState } from "react";
import { useFormField } from "../ui/form-context";
import { TimeField } from "../ui/time-field";

/** The time that will be recorded, readable at arm's length; it can be set right before, not after. */
export function ClockTime({
  time,
  words,
}: {
  /** 'HH:MM' when the page was asked for. */
  time: string;
  words: { recorded: string; wrong: string; field: string; help: string };
}) {
  const [meant, setMeant] = useState(time);
  const { error } = useFormField("horodatage");
  return (
    <div>
      <p className="rounded-card bg-accent-soft px-5 py-6 text-center">
        <span className="block font-medium text-accent-text">{words.recorded}</span>
        <bdi dir="ltr" className="mt-1 block text-6xl font-bold tracking-tight tabular-nums">
          {meant}
        </bdi>
      </p>
      <details className="group mt-2" open={error ? true : undefined}>
        <summary className="inline-flex min-h-11 items-center font-medium text-accent-text underline decoration-accent-text/35 underline-offset-4">
          {words.wrong}
        </summary>
        <TimeField
          name="horodatage"
          label={words.field}
          description={words.help}
          value={meant}
          onChange={(next) => setMeant(next ?? time)}
          className="mt-2 max-w-56"
        />
      </details>
    </div>
  );
}
