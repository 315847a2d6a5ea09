"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** A page that failed: nothing technical is shown but the reference that the log knows too. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("ui");
  return (
    <ErrorState
      title={t("error.title")}
      reference={error.digest ? t("error.reference", { id: error.digest }) : undefined}
      action={
        <Button variant="primary" onPress={reset}>
          {t("retry")}
        </Button>
      }
    >
      {t("error.body")}
    </ErrorState>
  );
}
