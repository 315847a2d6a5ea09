"use client";

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from "react-aria-components/Tooltip";
import { AriaLocale } from "./aria-field";

/** A hint on hover and focus for one Button or IconButton. Never the only place where something is said. */
export function Tooltip({
  text,
  children,
}: {
  text: ReactNode;
  children: ReactElement<ComponentProps<"button">, string>;
}) {
  return (
    <AriaLocale>
      <TooltipTrigger delay={400}>
        <Focusable>{children}</Focusable>
        <AriaTooltip
          offset={8}
          className="z-50 max-w-64 rounded-control bg-ink px-3 py-1.5 text-sm text-surface shadow-overlay data-[entering]:animate-fade"
        >
          {text}
        </AriaTooltip>
      </TooltipTrigger>
    </AriaLocale>
  );
}
