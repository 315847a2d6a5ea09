"use client";

import { type ReactNode, useEffect, useRef, useTransition } from "react";
import { cx } from "@/components/ui/cx";
import { usePathname, useRouter } from "@/lib/i18n/navigation";

/**
 * A GET form whose answer stands beside it. Each change is applied at once; without client code it is sent by its
 * button, which is hidden once changes apply by themselves.
 */
export function LiveForm({
  label,
  submit,
  className,
  children,
}: {
  label: string;
  submit: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, start] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);
  const apply = () => {
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current))
      if (typeof value === "string" && value) query.append(name, value);
    start(() => router.replace(`${pathname}?${query}`, { scroll: false }));
  };
  return (
    <form
      ref={form}
      method="get"
      aria-label={label}
      aria-busy={isPending}
      className={cx("space-y-6", className)}
      onChange={() => {
        clearTimeout(timer.current);
        timer.current = setTimeout(apply, 120);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {children}
      <div className="hidden noscript:block">{submit}</div>
    </form>
  );
}
