"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "./action-form";
import type { ConfirmIdentityProps } from "./confirm-identity";
import { DialogControl } from "./dialog-control";
import { IdentityFields } from "./identity-fields";
import { SubmitButton } from "./submit-button";

/** The dialog behind ConfirmIdentity. */
export function ConfirmIdentityDialog({ action, asksCode, onOpenChange, onConfirmed }: ConfirmIdentityProps) {
  const t = useTranslations("ui.identity");
  // Who linked a phone meanwhile, in another window, learns it from the answer.
  const [isAsked, setAsked] = useState(asksCode);
  return (
    <DialogControl title={t("title")} isOpen onOpenChange={onOpenChange} size="sm">
      <ActionForm
        action={action}
        showSuccess={false}
        onSuccess={onConfirmed}
        onFailure={({ code }) => code === "secondFactorRequired" && setAsked(true)}
      >
        <p>{t("why")}</p>
        <IdentityFields password={t("password")} code={isAsked ? t("code") : undefined} />
        <SubmitButton className="w-full">{t("confirm")}</SubmitButton>
      </ActionForm>
    </DialogControl>
  );
}
