"use client";

import { Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../ui/button";

/** One entry of a repeated part of a form; a new one takes the focus. */
export function EntryFieldset({
  legend,
  removeLabel,
  onRemove,
  isNew,
  actions,
  children,
}: {
  legend: ReactNode;
  removeLabel: string;
  onRemove: () => void;
  isNew: boolean;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isNew) box.current?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
  }, [isNew]);
  return (
    <fieldset ref={box} className="min-w-0 rounded-card border border-line bg-raised p-4 sm:p-5">
      <legend className="float-start mb-3 font-semibold">{legend}</legend>
      <div className="float-end -mt-1.5 flex flex-wrap justify-end gap-2">
        {actions}
        <Button size="sm" variant="ghost" icon={<Trash2 aria-hidden />} onPress={onRemove}>
          {removeLabel}
        </Button>
      </div>
      <div className="clear-both space-y-4">{children}</div>
    </fieldset>
  );
}
