"use client";

import { useFormFailure } from "../ui/form-context";
import { SubmitButton } from "../ui/submit-button";

export type Other = { value: string; label: string };

/** Inside an ActionForm: when the slot has just gone, others instead, each sent with one press. */
export function SlotAlternatives({ title, initial = [] }: { title: string; initial?: Other[] }) {
  const failure = useFormFailure();
  const others = (failure?.extra?.others as Other[] | undefined) ?? initial;
  if (others.length === 0) return null;
  return (
    <section aria-label={title} className="space-y-2.5 rounded-card bg-warning-soft p-4">
      <h2 className="font-semibold">{title}</h2>
      {others.map((one) => (
        <SubmitButton
          key={one.value}
          name="autre"
          value={one.value}
          variant="secondary"
          size="lg"
          className="w-full whitespace-normal!"
        >
          {one.label}
        </SubmitButton>
      ))}
    </section>
  );
}
