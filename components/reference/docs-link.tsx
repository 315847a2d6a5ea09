"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the reference's own navigation: its addresses have no language in front. */
export function DocsLink({ href, children }: { href: string; children: ReactNode }) {
  const isCurrent = usePathname() === href.split("?")[0];
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "page" : undefined}
      className="flex min-h-11 items-center rounded-control px-3 text-ink-muted hover:bg-accent-soft hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent-text lg:min-h-9"
    >
      {children}
    </Link>
  );
}
