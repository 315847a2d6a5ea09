"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "./action-form";
import { Button } from "./button";
import { DialogControl } from "./dialog-control";
import type { FormAction, FormSuccess } from "./form-state";
import { SubmitButton } from "./submit-button";
import { showToast } from "./toast";

export type ConfirmDialogProps = {
  action: FormAction;
  title: ReactNode;
  /** What will happen, in plain words, and how to come back from it. */
  consequence: ReactNode;
  confirmLabel: ReactNode;
  variant?: "primary" | "danger";
  /** Sent with the form as hidden inputs. */
  fields?: Record<string, string | number>;
  /** Further inputs, e.g. a TextArea for the reason. */
  children?: ReactNode;
  onSuccess?: (result: FormSuccess) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The dialog behind ConfirmAction; use it directly where the trigger is not a button (a menu item). */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("ui");
  const {
    action,
    consequence,
    confirmLabel,
    variant = "primary",
    fields = {},
    children,
    onOpenChange,
  } = props;
  // Told here and not once the form shows it: what the act changes may take this dialog off the page.
  const tell: FormAction = async (state, form) => {
    const result = await action(state, form);
    if (result?.ok) {
      if (result.message) showToast({ message: result.message, tone: "success" });
      props.onSuccess?.(result);
    }
    return result;
  };
  return (
    <DialogControl
      role="alertdialog"
      size="sm"
      title={props.title}
      isOpen={props.isOpen}
      onOpenChange={onOpenChange}
    >
      <ActionForm action={tell} onSuccess={() => onOpenChange(false)}>
        <div className="text-ink-muted">{consequence}</div>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="flex flex-col-reverse gap-3 pt-2 sm:flex-row sm:justify-end">
          <Button onPress={() => onOpenChange(false)}>{t("goBack")}</Button>
          <SubmitButton variant={variant}>{confirmLabel}</SubmitButton>
        </div>
      </ActionForm>
    </DialogControl>
  );
}
