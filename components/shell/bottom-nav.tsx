import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { NavCount } from "./nav-count";
import type { NavItem, NavSection } from "./nav-item";
import { NavLink } from "./nav-link";

const entryClass =
  "relative flex min-h-15 w-full flex-col items-center justify-center gap-0.5 px-1 text-xs leading-tight font-medium text-ink-muted " +
  "aria-[current=page]:text-accent-text aria-[current=page]:before:absolute aria-[current=page]:before:inset-x-4 aria-[current=page]:before:top-0 aria-[current=page]:before:h-0.5 aria-[current=page]:before:rounded-full aria-[current=page]:before:bg-accent aria-[current=page]:before:content-[''] [&_svg]:size-6";

/** Phone navigation within reach of the thumb: four entries, and "more" when there are further places. */
export function BottomNav({ items, sections }: { items: NavItem[]; sections: NavSection[] }) {
  const t = useTranslations("shell");
  const shown = items.slice(0, 4).map(({ href }) => href);
  const hasMore = sections.some((section) => section.items.some(({ href }) => !shown.includes(href)));
  return (
    <nav
      aria-label={t("mainNav")}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {items.slice(0, 4).map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink item={item} className={entryClass}>
              {item.icon}
              <span className="max-w-full truncate">{item.label}</span>
              <NavCount count={item.count} className="absolute start-1/2 top-1 ms-2.5" />
            </NavLink>
          </li>
        ))}
        {hasMore ? (
          <li className="min-w-0 flex-1">
            <button type="button" popoverTarget="menu-more" className={entryClass}>
              <Ellipsis aria-hidden />
              <span>{t("more")}</span>
            </button>
          </li>
        ) : null}
      </ul>
      {hasMore ? <MoreSheet sections={sections} /> : null}
    </nav>
  );
}

function MoreSheet({ sections }: { sections: NavSection[] }) {
  return (
    <div
      id="menu-more"
      popover="auto"
      className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[80dvh] w-full max-w-none overflow-y-auto rounded-t-card border-t border-line bg-raised p-4 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-overlay backdrop:bg-scrim"
    >
      {sections.map((section, index) => (
        <div key={section.label ?? index} className="pb-2">
          {section.label ? (
            <p className="px-3 pt-2 pb-1 text-sm font-semibold text-ink-muted">{section.label}</p>
          ) : null}
          <ul>
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink
                  item={item}
                  className="flex min-h-12 items-center gap-3 rounded-control px-3 font-medium hover:bg-accent-soft aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text [&_svg]:size-5"
                >
                  {item.icon}
                  <span className="flex-1">{item.label}</span>
                  <NavCount count={item.count} />
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
