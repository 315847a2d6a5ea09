"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type FormFailure, fieldName } from "./form-state";

/** What was refused, announced and focused as soon as it appears; each line leads to its field. */
export function FormErrorSummary({
  state,
  form,
}: {
  state: FormFailure;
  form?: RefObject<HTMLFormElement | null>;
}) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});

  useEffect(() => {
    box.current?.focus();
    const root = form?.current ?? document;
    setLabels(
      Object.fromEntries(
        state.errors.map(({ pointer }) => [
          pointer,
          fieldOf(root, pointer)?.querySelector("[data-label]")?.textContent ?? "",
        ]),
      ),
    );
  }, [state, form]);

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-card bg-danger-soft p-4 text-danger-text"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 space-y-1.5">
        <p className="font-semibold">
          {state.message ||
            (state.errors.length > 0 ? t("form.problem", { count: state.errors.length }) : t("form.refused"))}
        </p>
        {state.errors.length > 0 ? (
          <ul className="list-disc space-y-1 ps-5">
            {state.errors.map(({ pointer, message }) => (
              <li key={`${pointer} ${message}`}>
                <button
                  type="button"
                  className="text-start align-top underline underline-offset-4"
                  onClick={() => focusField(form?.current ?? document, pointer)}
                >
                  {labels[pointer] ? t("form.line", { field: labels[pointer], message }) : message}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

function fieldOf(root: ParentNode, pointer: string): HTMLElement | null {
  const name = fieldName(pointer);
  const fields = root.querySelectorAll<HTMLElement>("[data-field]");
  return [...fields].find((field) => fieldName(field.dataset.field ?? "") === name) ?? null;
}

function focusField(root: ParentNode, pointer: string) {
  const field = fieldOf(root, pointer);
  const target = field?.querySelector<HTMLElement>(
    "input:not([type=hidden]):not([hidden]), select, textarea, button, [tabindex='0']",
  );
  target?.focus();
  field?.scrollIntoView({ block: "center" });
}
