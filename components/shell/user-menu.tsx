import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/i18n/language-switch";
import { Avatar } from "../ui/avatar";
import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";
import { ThemeSwitch } from "./theme-switch";

export type UserMenuProps = {
  name: string;
  /** Role or agency. */
  detail?: string;
  items?: NavItem[];
  /** The sign-out form, last in the menu. */
  signOut?: ReactNode;
};

/** Who is signed in, own pages, language, theme and the way out. Opens without client code. */
export function UserMenu({ name, detail, items = [], signOut }: UserMenuProps) {
  const t = useTranslations("shell");
  return (
    <>
      <button
        type="button"
        popoverTarget="menu-user"
        className="flex min-h-11 items-center gap-2 rounded-full p-0.5 hover:bg-accent-soft lg:pe-3"
      >
        <Avatar name={name} size="md" />
        <span className="sr-only">{t("account")}</span>
        <span className="sr-only text-start leading-tight lg:not-sr-only">
          <span className="block max-w-40 truncate text-sm font-semibold">{name}</span>
          {detail ? <span className="block max-w-40 truncate text-xs text-ink-muted">{detail}</span> : null}
        </span>
      </button>
      <div
        id="menu-user"
        popover="auto"
        className="fixed inset-auto end-4 top-[4.25rem] m-0 w-72 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-raised p-2 text-ink shadow-overlay"
      >
        <div className="px-3 py-2">
          <p className="font-semibold">{name}</p>
          {detail ? <p className="text-sm text-ink-muted">{detail}</p> : null}
        </div>
        <ul className="border-y border-line py-1 empty:hidden">
          {items.map((item) => (
            <li key={item.href}>
              <NavLink
                item={item}
                className="flex min-h-11 items-center gap-3 rounded-control px-3 hover:bg-accent-soft aria-[current=page]:text-accent-text [&_svg]:size-5 [&_svg]:text-ink-muted"
              >
                {item.icon}
                {item.label}
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="space-y-2 py-2">
          <LanguageSwitch />
          <div className="px-3">
            <ThemeSwitch />
          </div>
        </div>
        {signOut ? <div className="border-t border-line pt-1">{signOut}</div> : null}
      </div>
    </>
  );
}
