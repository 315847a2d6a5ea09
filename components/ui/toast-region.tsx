"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components/Toast";
import { AriaLocale } from "./aria-field";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import type { Toast } from "./toast";

const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });
const icons = { info: Info, success: CircleCheck, danger: CircleAlert };
const colours = { info: "text-info-text", success: "text-success-text", danger: "text-danger-text" };

/** Errors stay until closed; the rest long enough to be read, longer when there is something to undo. */
export function addToast(toast: Toast): void {
  const timeout = toast.tone === "danger" ? undefined : toast.undo ? 12_000 : 7_000;
  queue.add(toast, { timeout });
}

export function ToastRegion() {
  return (
    <AriaLocale>
      <AriaToastRegion
        queue={queue}
        className="fixed inset-x-4 bottom-20 z-[60] flex flex-col gap-2 outline-none sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-96"
      >
        {({ toast }) => (
          <AriaToast
            toast={toast}
            className="flex animate-rise items-center gap-3 rounded-card border border-line bg-raised p-3 ps-4 shadow-overlay"
          >
            <ToastBody toast={toast.content} close={() => queue.close(toast.key)} />
          </AriaToast>
        )}
      </AriaToastRegion>
    </AriaLocale>
  );
}

function ToastBody({ toast, close }: { toast: Toast; close: () => void }) {
  const t = useTranslations("ui");
  const tone = toast.tone ?? "info";
  const Icon = icons[tone];
  return (
    <>
      <Icon aria-hidden className={`size-5 shrink-0 ${colours[tone]}`} />
      <ToastContent className="min-w-0 flex-1">
        <Text slot="title">{toast.message}</Text>
      </ToastContent>
      {toast.undo ? (
        <Button
          variant="ghost"
          size="sm"
          onPress={() => {
            toast.undo?.();
            close();
          }}
        >
          {t("undo")}
        </Button>
      ) : null}
      <IconButton label={t("dismiss")} icon={<X aria-hidden />} onPress={close} />
    </>
  );
}
