"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SecretCard, SecretText } from "@/components/ui/secret-shown";

/** A signing secret just made, shown this once. `children`: where to go next. */
export function SecretShown({ secret, children }: { secret: string; children?: ReactNode }) {
  const t = useTranslations("webhooks.secret");
  return (
    <SecretCard secret={secret} title={t("title")} once={t("once")} warning={t("warning")}>
      <SecretText secret={secret} label={t("copy")}>
        {children}
      </SecretText>
    </SecretCard>
  );
}
