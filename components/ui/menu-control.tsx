"use client";

import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Pressable } from "react-aria-components/Menu";
import { useRouter } from "@/lib/i18n/navigation";
import { AriaLocale } from "./aria-field";
import { cx } from "./cx";
import type { MenuProps } from "./menu";
import { MenuButton } from "./menu-button";
import { optionClass, popoverClass } from "./popover-style";

export type MenuControlProps = MenuProps & { defaultOpen?: boolean; autoFocus?: boolean };

/** The loaded menu; use Menu, which loads it when needed. */
export function MenuControl({ label, items, children, defaultOpen, autoFocus }: MenuControlProps) {
  const router = useRouter();
  return (
    <AriaLocale>
      <MenuTrigger defaultOpen={defaultOpen}>
        <Pressable>
          <MenuButton label={label} autoFocus={autoFocus}>
            {children}
          </MenuButton>
        </Pressable>
        <Popover placement="bottom end" className={cx(popoverClass, "min-w-52")}>
          <AriaMenu className="max-h-96 overflow-auto p-1.5 outline-none">
            {items.map((item) => (
              <MenuItem
                key={item.key}
                id={item.key}
                textValue={item.label}
                isDisabled={item.isDisabled}
                onAction={() => {
                  item.onAction?.();
                  if (item.href) router.push(item.href);
                }}
                className={cx(optionClass, item.tone === "danger" && "text-danger-text")}
              >
                {item.icon}
                {item.label}
              </MenuItem>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </AriaLocale>
  );
}
