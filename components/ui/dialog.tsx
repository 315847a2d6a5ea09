"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
} from "react-aria-components/Modal";
import { cx } from "./cx";
import { IconButton } from "./icon-button";

const widths = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" };

type DialogContent = ReactNode | ((close: () => void) => ReactNode);

/**
 * A modal dialog: a sheet from below on phones, centred elsewhere. Either give a `trigger` (a Button)
 * or drive it with `isOpen` and `onOpenChange`. Children may be a function that receives `close`.
 */
export function Dialog({
  title,
  trigger,
  isOpen,
  onOpenChange,
  size = "md",
  role = "dialog",
  children,
}: {
  title: ReactNode;
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  size?: keyof typeof widths;
  role?: "dialog" | "alertdialog";
  children: DialogContent;
}) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <ModalOverlay
        isDismissable={role === "dialog"}
        className="fixed inset-0 z-50 flex items-end justify-center bg-scrim data-[entering]:animate-fade sm:items-center sm:p-6"
      >
        <Modal
          className={cx(
            "max-h-[92dvh] w-full overflow-y-auto rounded-t-card bg-raised text-ink shadow-overlay data-[entering]:animate-rise sm:rounded-card",
            widths[size],
          )}
        >
          <AriaDialog role={role} className="outline-none">
            {({ close }) => <DialogBody title={title} close={close} content={children} />}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

function DialogBody({
  title,
  close,
  content,
}: {
  title: ReactNode;
  close: () => void;
  content: DialogContent;
}) {
  const t = useTranslations("ui");
  return (
    <div className="p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:p-7">
      <header className="mb-3 flex items-start justify-between gap-4">
        <Heading slot="title" className="pt-1.5 text-xl font-semibold">
          {title}
        </Heading>
        <IconButton label={t("close")} icon={<X aria-hidden />} onPress={close} className="-me-2" />
      </header>
      {typeof content === "function" ? content(close) : content}
    </div>
  );
}
