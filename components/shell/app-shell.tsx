import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { BottomNav } from "./bottom-nav";
import { Logo, LogoMark } from "./logo";
import type { NavItem, NavSection } from "./nav-item";
import { SideNav } from "./side-nav";
import { mainId, SkipLink } from "./skip-link";
import { UserMenu, type UserMenuProps } from "./user-menu";

/**
 * Pages after sign-in. Wide: navigation at the start edge (a rail of icons below 1280 px). Phone: up to four
 * `bottom` entries and "more" with every section. `search` and `notifications` are slots of the top bar.
 */
export function AppShell({
  home,
  sections,
  bottom,
  user,
  search,
  notifications,
  children,
}: {
  /** Where the sign of Dihya leads. */
  home: string;
  sections: NavSection[];
  bottom: NavItem[];
  user: UserMenuProps;
  search?: ReactNode;
  notifications?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh w-24 shrink-0 flex-col border-e border-line bg-sunken md:flex xl:w-62 print:hidden">
        <Link
          href={home}
          aria-label={`${t("appName")}, ${t("home")}`}
          className="flex h-16 shrink-0 items-center justify-center rounded-control xl:justify-start xl:px-6"
        >
          <LogoMark className="size-9 xl:hidden" />
          <span className="hidden xl:inline">
            <Logo name={t("appName")} />
          </span>
        </Link>
        <SideNav sections={sections} />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-30 flex h-16 shrink-0 items-center gap-2 border-b border-line bg-surface/95 px-4 backdrop-blur md:px-8 print:hidden">
          <Link
            href={home}
            aria-label={`${t("appName")}, ${t("home")}`}
            className="rounded-control md:hidden"
          >
            <LogoMark className="size-9" />
          </Link>
          <div className="min-w-0 flex-1 md:max-w-xl">{search}</div>
          <div className="ms-auto flex items-center gap-1">
            {notifications}
            <UserMenu {...user} />
          </div>
        </header>
        <main
          id={mainId}
          tabIndex={-1}
          className="mx-auto w-full max-w-7xl flex-1 px-4 pt-6 pb-28 outline-none md:px-8 md:py-8 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomNav items={bottom} sections={sections} />
    </div>
  );
}
