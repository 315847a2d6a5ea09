"use client";

import type { ReactNode } from "react";
import { MenuButton } from "./menu-button";
import type { MenuControlProps } from "./menu-control";
import { useOnIntent } from "./picker-shell";

export type MenuEntry = {
  key: string;
  label: string;
  icon?: ReactNode;
  href?: string;
  onAction?: () => void;
  tone?: "plain" | "danger";
  isDisabled?: boolean;
};

export type MenuProps = { label: string; items: MenuEntry[]; children?: ReactNode };

const loadControl = () => import("./menu-control").then((module) => module.MenuControl);

/** Further acts behind one button. Without `children` the button is three dots named by `label`. */
export function Menu(props: MenuProps) {
  const { Control, start, preload, open } = useOnIntent<MenuControlProps>(loadControl);
  if (Control) return <Control {...props} {...start} />;
  return (
    <MenuButton
      label={props.label}
      aria-haspopup="menu"
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => open({ defaultOpen: true })}
    >
      {props.children}
    </MenuButton>
  );
}
