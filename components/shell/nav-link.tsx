"use client";

import type { ReactNode } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";
import type { NavItem } from "./nav-item";

/** A navigation link that knows whether it is the current page, and closes the popover it stands in. */
export function NavLink({
  item,
  className,
  children,
}: {
  item: Pick<NavItem, "href" | "current" | "exact">;
  className: string;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const below = !item.exact && item.href !== "/" && pathname.startsWith(`${item.href}/`);
  const isCurrent = item.current ?? (pathname === item.href || below);
  return (
    <Link
      href={item.href}
      aria-current={isCurrent ? "page" : undefined}
      className={className}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
    >
      {children}
    </Link>
  );
}
