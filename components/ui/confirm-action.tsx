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
  size,
  ...dialog
}: Omit<ConfirmDialogProps, "isOpen" | "onOpenChange" | "variant"> & {
  label: ReactNode;
  icon?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const [isOpen, setOpen] = useState(false);
  const { Control, preload, open } = useOnIntent<ConfirmDialogProps>(loadDialog);
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={icon}
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
