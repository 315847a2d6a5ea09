"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";

type Props = { file: File | null; onChoose: (file: File | null) => void; isDisabled: boolean };

/** The browser's own way to choose a file, with what may be in it. */
export function FileChoice({ file, onChoose, isDisabled }: Props) {
  const t = useTranslations("imports");
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {t("file")}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,text/csv"
        aria-describedby={`${id}-help`}
        disabled={isDisabled}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        className="tap w-full rounded-control border border-line-strong bg-surface px-3 py-2 file:me-3 file:rounded-control file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:text-accent-text"
      />
      <p id={`${id}-help`} className="text-sm text-ink-muted">
        {file ? <bdi>{file.name}</bdi> : t("fileHelp")}
      </p>
    </div>
  );
}
