"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { AriaLocale } from "./aria-field";
import { cx } from "./cx";
import { IconButton } from "./icon-button";

const widths = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" };

export type DialogContent = ReactNode | ((close: () => void) => ReactNode);

export type DialogControlProps = {
  title: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  size?: keyof typeof widths;
  role?: "dialog" | "alertdialog";
  children: DialogContent;
};

/** The loaded modal; use Dialog or ConfirmAction, which load it when needed. */
export function DialogControl({
  title,
  isOpen,
  onOpenChange,
  size = "md",
  role = "dialog",
  children,
}: DialogControlProps) {
  return (
    <AriaLocale>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={onOpenChange}
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
    </AriaLocale>
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
