import { useTranslations } from "next-intl";
import { NavCount } from "./nav-count";
import type { NavSection } from "./nav-item";
import { NavLink } from "./nav-link";

const linkClass =
  "relative flex min-h-14 flex-col items-center justify-center gap-1 rounded-control px-1 py-2 text-center text-xs leading-tight font-medium text-ink-muted transition-colors " +
  "hover:bg-accent-soft hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent-text [&_svg]:size-5 [&_svg]:shrink-0 " +
  "xl:min-h-11 xl:flex-row xl:justify-start xl:gap-3 xl:px-3 xl:text-start xl:text-[0.9375rem]";

/** Navigation at the start edge: icons with a small word, or full rows from 1280 px. */
export function SideNav({ sections }: { sections: NavSection[] }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("mainNav")} className="flex-1 overflow-y-auto px-2 pb-6 xl:px-3">
      {sections.map((section, index) => (
        <div key={section.label ?? index} className="pt-3 first:pt-1">
          {section.label ? (
            <p className="hidden px-3 pt-2 pb-1 text-sm font-semibold text-ink-muted xl:block">
              {section.label}
            </p>
          ) : null}
          <ul className="space-y-0.5">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} className={linkClass}>
                  {item.icon}
                  <span className="max-w-full xl:flex-1">{item.label}</span>
                  <NavCount
                    count={item.count}
                    className="absolute start-1/2 top-1 ms-2.5 xl:static xl:ms-0"
                  />
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
