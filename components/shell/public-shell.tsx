import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { LanguageMenu } from "./language-menu";
import { Logo } from "./logo";
import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";
import { mainId, SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";

export type FooterGroup = { title: string; items: NavItem[] };

/** Pages before sign-in: header with navigation and acts, content, footer. `wide` leaves the width to the page. */
export function PublicShell({
  nav,
  actions,
  footer = [],
  wide = false,
  children,
}: {
  nav: NavItem[];
  actions?: ReactNode;
  footer?: FooterGroup[];
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <PublicHeader nav={nav} actions={actions} />
      <main
        id={mainId}
        tabIndex={-1}
        className={
          wide
            ? "flex-1 outline-none"
            : "mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12"
        }
      >
        {children}
      </main>
      <PublicFooter groups={footer} />
    </div>
  );
}

function PublicHeader({ nav, actions }: { nav: NavItem[]; actions?: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-surface/95 backdrop-blur">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Link
          href="/"
          className="me-auto inline-flex min-h-11 items-center rounded-control lg:me-6"
          aria-label={`${t("appName")}, ${t("home")}`}
        >
          <Logo name={t("appName")} />
        </Link>
        <nav aria-label={t("mainNav")} className="me-auto hidden lg:block">
          <ul className="flex gap-1">
            {nav.map((item) => (
              <li key={item.href}>
                <NavLink
                  item={item}
                  className="inline-flex min-h-11 items-center rounded-control px-3 font-medium text-ink-muted hover:bg-accent-soft hover:text-ink aria-[current=page]:text-accent-text"
                >
                  {item.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageMenu />
        <div className="hidden gap-2 sm:flex">{actions}</div>
        <button
          type="button"
          popoverTarget="menu-public"
          aria-label={t("menu")}
          className="tap -me-2 inline-flex items-center justify-center rounded-control text-ink hover:bg-accent-soft lg:hidden"
        >
          <MenuIcon aria-hidden className="size-6" />
        </button>
      </div>
      <PublicMenu nav={nav} actions={actions} />
    </header>
  );
}

function PublicMenu({ nav, actions }: { nav: NavItem[]; actions?: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <div
      id="menu-public"
      popover="auto"
      className="fixed inset-x-3 top-[4.25rem] bottom-auto m-0 w-auto rounded-card border border-line bg-raised p-3 text-ink shadow-overlay backdrop:bg-scrim"
    >
      <nav aria-label={t("menu")}>
        <ul>
          {nav.map((item) => (
            <li key={item.href}>
              <NavLink
                item={item}
                className="flex min-h-12 items-center gap-3 rounded-control px-3 text-lg font-medium hover:bg-accent-soft aria-[current=page]:text-accent-text"
              >
                {item.label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-3 flex flex-col gap-2 border-t border-line pt-3 sm:hidden">{actions}</div>
    </div>
  );
}

function PublicFooter({ groups }: { groups: FooterGroup[] }) {
  const t = useTranslations("shell");
  return (
    <footer className="border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-16 gap-y-8 px-4 py-10 sm:px-6">
        <div className="max-w-xs space-y-3">
          <Logo name={t("appName")} />
          <p className="text-ink-muted">{t("footer.promise")}</p>
        </div>
        {groups.length > 0 ? (
          <nav aria-label={t("footerNav")} className="flex flex-wrap gap-x-16 gap-y-8">
            {groups.map((group) => (
              <div key={group.title}>
                <p className="mb-1 font-semibold">{group.title}</p>
                <ul>
                  {group.items.map((item) => (
                    <li key={item.href}>
                      <FooterLink {...item} />
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
        ) : null}
        <div>
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  );
}

function FooterLink({ href, label, isBare }: NavItem) {
  const className =
    "inline-flex min-h-11 items-center text-ink-muted hover:text-accent-text hover:underline sm:min-h-9";
  if (isBare)
    return (
      <a href={href} className={className}>
        {label}
      </a>
    );
  return (
    <Link href={href} className={className}>
      {label}
    </Link>
  );
}
