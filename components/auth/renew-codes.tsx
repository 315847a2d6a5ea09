"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { CodeField } from "./code-field";
import { RecoveryCodes } from "./recovery-codes";
import type { CodesShown } from "./second-factor-setup";

/** New recovery codes against a code. */
export function RenewCodes({ action, doneHref }: { action: FormAction<CodesShown>; doneHref: string }) {
  const t = useTranslations("compte.security");
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodes codes={codes} doneHref={doneHref} />;
  return (
    <ActionForm action={action} showSuccess={false} onSuccess={({ data }) => setCodes(data?.codes)}>
      <CodeField label={t("code")} />
      <SubmitButton variant="secondary">{t("renew")}</SubmitButton>
    </ActionForm>
  );
}
