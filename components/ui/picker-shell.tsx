"use client";

import { type ComponentType, type ReactNode, useCallback, useId, useState } from "react";
import { cx } from "./cx";
import { describedBy, FieldNotes, type FieldProps, groupClass, LabelText, labelClass } from "./field";

/** How a control starts once it is loaded: with the focus its stand-in had, or already open. */
export type PickerStart = { autoFocus?: boolean; defaultOpen?: boolean };

/**
 * Loads a heavy control when someone points at its stand-in or reaches it by keyboard, not before:
 * the react-aria date fields weigh more than all the rest of a page.
 */
export function useOnIntent<Props>(load: () => Promise<ComponentType<Props & PickerStart>>) {
  const [loaded, setLoaded] = useState<{
    Control: ComponentType<Props & PickerStart>;
    start: PickerStart;
  } | null>(null);
  const preload = () => void load();
  const open = useCallback(
    (start: PickerStart) => void load().then((Control) => setLoaded({ Control, start })),
    [load],
  );
  return { Control: loaded?.Control ?? null, start: loaded?.start ?? {}, preload, open };
}

/** The stand-in: same look and size, a button that hands its focus on, a hidden input for the form. */
export function PickerShell({
  name,
  label,
  description,
  isRequired,
  isDisabled,
  error,
  isLabelHidden,
  className,
  text,
  isEmpty,
  icon,
  iconLabel,
  value,
  onPreload,
  onOpen,
}: FieldProps & {
  text: string;
  isEmpty: boolean;
  icon?: ReactNode;
  iconLabel?: string;
  value: string;
  onPreload: () => void;
  onOpen: (start: PickerStart) => void;
}) {
  const id = useId();
  return (
    <div className={cx("block min-w-0", className)} data-field={name}>
      <span id={`${id}-l`} className={isLabelHidden ? "sr-only" : labelClass}>
        <LabelText label={label} isRequired={isRequired} />
      </span>
      <div className={groupClass} data-invalid={error ? true : undefined} onPointerEnter={onPreload}>
        <button
          id={`${id}-b`}
          type="button"
          disabled={isDisabled}
          aria-labelledby={`${id}-l ${id}-b`}
          aria-describedby={describedBy(id, description, error)}
          onFocus={() => onOpen({ autoFocus: true })}
          className={cx(
            "min-h-10 flex-1 px-3 text-start tabular-nums outline-none",
            isEmpty && "text-ink-muted",
          )}
        >
          {text}
        </button>
        {icon ? (
          <button
            type="button"
            disabled={isDisabled}
            tabIndex={-1}
            aria-label={iconLabel}
            onClick={() => onOpen({ defaultOpen: true })}
            className="tap -my-0.5 inline-flex items-center justify-center text-ink-muted hover:text-accent-text [&_svg]:size-5"
          >
            {icon}
          </button>
        ) : null}
      </div>
      {name ? <input type="hidden" name={name} value={value} /> : null}
      <FieldNotes id={id} description={description} error={error} />
    </div>
  );
}
