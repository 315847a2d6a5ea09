"use client";

import { Ellipsis } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

/** The button of a menu: its children as text, or three dots named by `label`. */
export function MenuButton({ label, children, ...rest }: ComponentProps<"button"> & { label: string }) {
  const { disabled, ...button } = rest;
  if (!children)
    return <IconButton {...button} label={label} icon={<Ellipsis aria-hidden />} isDisabled={disabled} />;
  return (
    <Button {...button} isDisabled={disabled} aria-label={label}>
      {children}
    </Button>
  );
}
