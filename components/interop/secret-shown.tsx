"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";

/** A signing secret just made, shown this once. Takes the focus. `children`: where to go next. */
export function SecretShown({ secret, children }: { secret: string; children?: ReactNode }) {
  const t = useTranslations("webhooks.secret");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (secret) title.current?.focus();
  }, [secret]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      showToast({ message: t("copied"), tone: "success" });
    } catch {
      showToast({ message: t("copyFailed"), tone: "danger" });
    }
  };
  return (
    <Card as="section" tone="accent" className="max-w-2xl space-y-4">
      <div className="space-y-2">
        <h2 ref={title} tabIndex={-1} className="text-xl font-semibold">
          {t("title")}
        </h2>
        <p>{t("once")}</p>
      </div>
      <p className="rounded-control border border-line-strong bg-raised p-3 text-sm break-all select-all">
        <bdi dir="ltr">{secret}</bdi>
      </p>
      <Notice tone="warning">{t("warning")}</Notice>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" icon={<Copy aria-hidden />} onPress={() => void copy()}>
          {t("copy")}
        </Button>
        {children}
      </div>
    </Card>
  );
}
