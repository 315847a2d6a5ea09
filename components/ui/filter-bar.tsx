"use client";

import { LoaderCircle, Search, SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState, useTransition } from "react";
import { usePathname, useRouter } from "@/lib/i18n/navigation";
import { Button } from "./button";
import { cx } from "./cx";
import { inputClass } from "./field";
import { LinkButton } from "./link-button";

/**
 * Search and filters of a list, kept in the address: fields inside are plain named inputs (Select, DatePicker).
 * A change is applied at once; without client code the form is sent by its button. `keep` carries other
 * parameters (ordering) along; the cursor is dropped.
 */
export function FilterBar({
  label,
  search,
  keep = {},
  resetHref,
  children,
}: {
  label: string;
  search?: { value?: string; placeholder?: string; name?: string };
  keep?: Record<string, string | undefined>;
  /** Where "Réinitialiser" leads; give it only while a filter is active. */
  resetHref?: string;
  children?: ReactNode;
}) {
  const t = useTranslations("ui");
  const { form, apply, isPending } = useUrlForm();
  return (
    <search aria-label={label}>
      <form
        ref={form}
        aria-busy={isPending}
        method="get"
        className="mb-5 flex flex-wrap items-end gap-3 [&_[data-field]]:w-full [&_[data-field]]:sm:w-auto [&_[data-field]]:sm:min-w-44"
        onChange={() => apply(350)}
        onSubmit={(event) => {
          event.preventDefault();
          apply(0);
        }}
      >
        {search ? (
          <SearchInput {...search} label={label} isPending={isPending} onClear={() => apply(0)} />
        ) : null}
        {children ? (
          <Fields isFiltered={resetHref !== undefined} applyLabel={t("apply")} label={t("filters")}>
            {children}
          </Fields>
        ) : null}
        {Object.entries(keep).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {resetHref ? (
          <LinkButton href={resetHref} variant="ghost">
            {t("reset")}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}

/** The filters beside the search; on a phone they wait behind a button unless one is at work. */
function Fields({
  isFiltered,
  label,
  applyLabel,
  children,
}: {
  isFiltered: boolean;
  label: string;
  applyLabel: string;
  children: ReactNode;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(isFiltered);
  return (
    <>
      <Button
        icon={<SlidersHorizontal aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
        className="w-full sm:hidden"
      >
        {label}
      </Button>
      <div id={id} className={isOpen ? "contents" : "hidden sm:contents"}>
        {children}
        <Button type="submit">{applyLabel}</Button>
      </div>
    </>
  );
}

/** Search alone: writes `?q=` as it is typed. */
export function SearchField({
  label,
  placeholder,
  value,
  keep,
}: {
  label: string;
  placeholder?: string;
  value?: string;
  keep?: Record<string, string | undefined>;
}) {
  return <FilterBar label={label} search={{ value, placeholder }} keep={keep} />;
}

function useUrlForm() {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, start] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);
  const apply = (delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(form.current))
        if (typeof value === "string" && value) query.append(name, value);
      const text = query.toString();
      start(() => router.replace(text ? `${pathname}?${text}` : pathname, { scroll: false }));
    }, delayMs);
  };
  return { form, apply, isPending };
}

function SearchInput({
  name = "q",
  value,
  placeholder,
  label,
  isPending,
  onClear,
}: {
  name?: string;
  value?: string;
  placeholder?: string;
  label: string;
  isPending: boolean;
  onClear: () => void;
}) {
  const t = useTranslations("ui");
  const input = useRef<HTMLInputElement>(null);
  const Icon = isPending ? LoaderCircle : Search;
  return (
    <div className="relative w-full flex-1 sm:min-w-64">
      <Icon
        aria-hidden
        className={cx(
          "pointer-events-none absolute start-3 top-3 size-5 text-ink-muted",
          isPending && "animate-spin-slow",
        )}
      />
      <input
        ref={input}
        type="search"
        name={name}
        defaultValue={value}
        aria-label={label}
        placeholder={placeholder ?? t("search")}
        autoComplete="off"
        enterKeyHint="search"
        className={cx(inputClass, "peer ps-10 pe-11")}
      />
      <button
        type="button"
        aria-label={t("clear")}
        onClick={() => {
          if (!input.current) return;
          input.current.value = "";
          input.current.focus();
          onClear();
        }}
        className="tap absolute end-0 top-0 inline-flex items-center justify-center text-ink-muted peer-placeholder-shown:hidden hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
