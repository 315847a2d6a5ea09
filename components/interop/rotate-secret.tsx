"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { FormAction } from "@/components/ui/form-state";
import { SecretShown } from "./secret-shown";
import type { Made } from "./webhook-create";

/** Asks before changing the secret, then shows the new one this once. */
export function RotateSecret({ id, action }: { id: number; action: FormAction }) {
  const t = useTranslations("webhooks.one");
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <div className="space-y-4">
      {secret ? <SecretShown secret={secret} /> : null}
      <ConfirmAction
        label={t("rotate")}
        icon={<KeyRound aria-hidden />}
        action={action}
        fields={{ id }}
        title={t("rotateTitle")}
        consequence={t("rotateConsequence")}
        confirmLabel={t("rotate")}
        onSuccess={({ data }) => setSecret((data as Made).secret)}
      />
    </div>
  );
}
