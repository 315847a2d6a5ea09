"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";

/**
 * The search of the top bar: a plain GET form, found with Ctrl K or ⌘ K from anywhere. It asks for clients, whom
 * people name on the phone.
 */
export function QuickSearch({
  action,
  label,
  placeholder,
}: {
  /** Address with its language prefix. */
  action: string;
  label: string;
  placeholder: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", find);
    return () => document.removeEventListener("keydown", find);
  }, []);
  return (
    <search>
      <form action={action} method="get" className="relative">
        <Search aria-hidden className="pointer-events-none absolute start-3 top-3 size-5 text-ink-muted" />
        <input
          ref={input}
          type="search"
          name="q"
          aria-label={label}
          aria-keyshortcuts="Control+K Meta+K"
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
          className="min-h-11 w-full rounded-control border border-line bg-raised ps-10 pe-3 placeholder:text-ink-muted hover:border-line-strong md:pe-18"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute end-3 top-2.5 hidden rounded-md border border-line bg-sunken px-1.5 py-0.5 text-xs text-ink-muted md:block"
        >
          <kbd dir="ltr">Ctrl K</kbd>
        </span>
      </form>
    </search>
  );
}
