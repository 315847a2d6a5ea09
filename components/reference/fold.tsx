import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** A part that opens under its title; works without any script. */
export function Fold({
  title,
  isOpen,
  className,
  titleClass = "font-semibold",
  children,
}: {
  title: ReactNode;
  isOpen?: boolean;
  className?: string;
  titleClass?: string;
  children: ReactNode;
}) {
  return (
    <details open={isOpen} className={className}>
      <summary className={`flex min-h-11 cursor-pointer items-center gap-3 py-2 ${titleClass}`}>
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">{title}</span>
        <ChevronDown
          aria-hidden
          className="size-5 shrink-0 text-ink-muted [details[open]>summary>&]:rotate-180"
        />
      </summary>
      {children}
    </details>
  );
}
