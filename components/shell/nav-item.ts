import type { ReactNode } from "react";

export type NavItem = {
  /** Without language prefix. */
  href: string;
  label: string;
  /** Not one of the pages with a language in front: the address stands as it is. */
  isBare?: boolean;
  icon?: ReactNode;
  /** Left out: computed from the address. */
  current?: boolean;
  /** Current only on this very address, not below it (home pages). */
  exact?: boolean;
  /** What waits there. */
  count?: number;
};

export type NavSection = { label?: string; items: NavItem[] };
