"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { showToast } from "@/components/ui/toast";

type Props = {
  action: FormAction;
  fields: Record<string, string | number>;
  variant?: "primary" | "secondary";
  children: ReactNode;
};

/** A button that acts at once, without asking; its outcome is a toast. */
export function ActForm({ action, fields, variant = "secondary", children }: Props) {
  return (
    <ActionForm
      action={action}
      showSuccess={false}
      className=""
      onSuccess={({ message }) => message && showToast({ message, tone: "success" })}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </ActionForm>
  );
}
