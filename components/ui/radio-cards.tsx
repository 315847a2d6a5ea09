import type { ReactNode } from "react";
import { cx } from "./cx";

export type CardOption = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  trailing?: ReactNode;
};

const grid = {
  1: "",
  2: "sm:grid-cols-2",
  4: "grid-cols-2 xs:grid-cols-3 sm:grid-cols-4",
};

/**
 * One choice among a few, as the browser's own radio buttons: no client code, so that a GET form works everywhere.
 * Inside an ActionForm use RadioGroup, which shows refusals.
 */
export function RadioCards({
  name,
  label,
  description,
  options,
  defaultValue,
  columns = 1,
}: {
  name: string;
  label: string;
  description?: ReactNode;
  options: readonly CardOption[];
  defaultValue?: string;
  columns?: keyof typeof grid;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-lg font-semibold">{label}</legend>
      {description ? <p className="mb-3 text-ink-muted">{description}</p> : null}
      <div className={cx("grid gap-2.5", grid[columns])}>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-13 cursor-pointer items-center gap-3 rounded-control border border-line-strong bg-raised px-4 py-2.5 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              className="size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{option.label}</span>
              {option.description ? (
                <span className="block text-sm text-ink-muted">{option.description}</span>
              ) : null}
            </span>
            {option.trailing}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
