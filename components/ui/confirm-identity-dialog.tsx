"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "./action-form";
import type { ConfirmIdentityProps } from "./confirm-identity";
import { DialogControl } from "./dialog-control";
import { SubmitButton } from "./submit-button";
import { TextField } from "./text-field";

/** The dialog behind ConfirmIdentity. */
export function ConfirmIdentityDialog({ action, onOpenChange, onConfirmed }: ConfirmIdentityProps) {
  const t = useTranslations("ui.identity");
  return (
    <DialogControl title={t("title")} isOpen onOpenChange={onOpenChange} size="sm">
      <ActionForm action={action} showSuccess={false} onSuccess={onConfirmed}>
        <p>{t("why")}</p>
        <TextField
          name="mot_de_passe"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          isRequired
        />
        <SubmitButton className="w-full">{t("confirm")}</SubmitButton>
      </ActionForm>
    </DialogControl>
  );
}
