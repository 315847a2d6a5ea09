"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { cx } from "../ui/cx";
import { describedBy, FieldNotes, fieldClass, labelClass } from "../ui/field";
import { useFormField } from "../ui/form-context";

const marks = [1, 2, 3, 4, 5] as const;

/** A mark from one to five: real radios, so that arrows and screen readers work; the chosen one in words beside. */
export function StarsField({
  name,
  label,
  defaultNote,
}: {
  name: string;
  label: string;
  defaultNote?: number;
}) {
  const t = useTranslations("avis.rate");
  const tCommon = useTranslations("common");
  const id = useId();
  const field = useFormField(name);
  const [note, setNote] = useState(Number(field.value ?? defaultNote ?? 0));
  return (
    <fieldset
      data-field={name}
      aria-describedby={describedBy(id, undefined, field.error)}
      className={fieldClass(undefined)}
    >
      <legend className={labelClass}>{label}</legend>
      <div className="flex flex-wrap items-center gap-1">
        {marks.map((mark) => (
          <label
            key={mark}
            className="tap grid cursor-pointer place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              name={name}
              value={mark}
              defaultChecked={mark === note}
              onChange={() => setNote(mark)}
              aria-label={`${tCommon("stars", { count: mark })} · ${t("starsWord", { n: String(mark) })}`}
              aria-invalid={field.error ? true : undefined}
              required
              className="sr-only"
            />
            <Star
              aria-hidden
              className={cx("size-8", mark <= note ? "fill-warm text-warm" : "text-line-strong")}
            />
          </label>
        ))}
        <span aria-hidden className="ms-2 font-medium">
          {note > 0 ? t("starsWord", { n: String(note) }) : ""}
        </span>
      </div>
      <FieldNotes id={id} error={field.error} />
    </fieldset>
  );
}
