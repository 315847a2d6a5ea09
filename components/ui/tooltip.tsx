"use client";

import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";

/** A hint on hover and focus for one Button or IconButton. Never the only place where something is said. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <AriaTooltip
        offset={8}
        className="z-50 max-w-64 rounded-control bg-ink px-3 py-1.5 text-sm text-surface shadow-overlay data-[entering]:animate-fade"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
