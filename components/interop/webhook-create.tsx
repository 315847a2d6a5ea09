"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { SecretShown } from "./secret-shown";
import { type EventType, WebhookFields } from "./webhook-fields";

export type Made = { id: number; secret: string };
type Props = { action: FormAction<Made>; types: readonly EventType[] };

/** The form of a new address; once it is made, its secret takes the form's place. */
export function WebhookCreate({ action, types }: Props) {
  const t = useTranslations("webhooks");
  const [made, setMade] = useState<Made | null>(null);
  if (made)
    return (
      <SecretShown secret={made.secret}>
        <LinkButton href={`/admin/webhooks/${made.id}`}>{t("secret.open")}</LinkButton>
      </SecretShown>
    );
  return (
    <ActionForm action={action} onSuccess={({ data }) => data && setMade(data)} className="max-w-2xl">
      <WebhookFields types={types} />
      <SubmitButton>{t("new.save")}</SubmitButton>
    </ActionForm>
  );
}
