"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import type { ConfirmDialogProps } from "./confirm-dialog";
import { useOnIntent } from "./picker-shell";

const loadDialog = () => import("./confirm-dialog").then((module) => module.ConfirmDialog);

/**
 * A button for an act with consequences: it opens a dialog that says what will happen, then sends `fields`
 * (and the inputs given as `children`) to the server action. The dialog's code is loaded on intent.
 */
export function ConfirmAction({
  label,
  icon,
  variant = "secondary",
  look = variant,
  size,
  className,
  ...dialog
}: Omit<ConfirmDialogProps, "isOpen" | "onOpenChange" | "variant"> & {
  label: ReactNode;
  icon?: ReactNode;
  variant?: ButtonVariant;
  /** The button on the page, where it should be quieter than the one that confirms. */
  look?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const { Control, preload, open } = useOnIntent<ConfirmDialogProps>(loadDialog);
  return (
    <>
      <Button
        variant={look}
        size={size}
        icon={icon}
        className={className}
        onPointerEnter={preload}
        onFocus={preload}
        onPress={() => {
          open({});
          setOpen(true);
        }}
      >
        {label}
      </Button>
      {Control ? (
        <Control
          {...dialog}
          variant={variant === "danger" ? "danger" : "primary"}
          isOpen={isOpen}
          onOpenChange={setOpen}
        />
      ) : null}
    </>
  );
}
