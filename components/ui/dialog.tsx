"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import type { DialogControlProps } from "./dialog-control";
import { useOnIntent } from "./picker-shell";

const loadControl = () => import("./dialog-control").then((module) => module.DialogControl);

/**
 * A modal dialog: a sheet from below on phones, centred elsewhere. Either describe the button that opens it
 * (`trigger`) or drive it with `isOpen` and `onOpenChange`. Children may be a function that receives `close`.
 */
export function Dialog({
  trigger,
  isOpen,
  onOpenChange,
  ...content
}: Omit<DialogControlProps, "isOpen" | "onOpenChange"> & {
  trigger?: {
    label: ReactNode;
    icon?: ReactNode;
    variant?: ButtonVariant;
    size?: ButtonSize;
    className?: string;
  };
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const { Control, preload, open } = useOnIntent<DialogControlProps>(loadControl);
  const isShown = isOpen ?? isOwnOpen;
  useEffect(() => {
    if (isShown) open({});
  }, [isShown, open]);
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {trigger ? (
        <Button
          icon={trigger.icon}
          variant={trigger.variant}
          size={trigger.size}
          className={trigger.className}
          aria-haspopup="dialog"
          onPointerEnter={preload}
          onFocus={preload}
          onPress={() => change(true)}
        >
          {trigger.label}
        </Button>
      ) : null}
      {Control ? <Control {...content} isOpen={isShown} onOpenChange={change} /> : null}
    </>
  );
}
