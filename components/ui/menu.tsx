"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Pressable } from "react-aria-components/Menu";
import { useRouter } from "@/lib/i18n/navigation";
import { AriaLocale } from "./aria-field";
import { Button } from "./button";
import { cx } from "./cx";
import { IconButton } from "./icon-button";
import { optionClass, popoverClass } from "./popover-style";

export type MenuEntry = {
  key: string;
  label: string;
  icon?: ReactNode;
  href?: string;
  onAction?: () => void;
  tone?: "plain" | "danger";
  isDisabled?: boolean;
};

/** Further acts behind one button. Without `children` the button is three dots named by `label`. */
export function Menu({
  label,
  items,
  children,
}: {
  label: string;
  items: MenuEntry[];
  children?: ReactNode;
}) {
  const router = useRouter();
  return (
    <AriaLocale>
      <MenuTrigger>
        <Pressable>
          {children ? (
            <Button aria-label={label}>{children}</Button>
          ) : (
            <IconButton label={label} icon={<Ellipsis aria-hidden />} />
          )}
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
