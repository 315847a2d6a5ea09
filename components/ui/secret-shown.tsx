"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button";
import { Card } from "./card";
import { Notice } from "./notice";
import { showToast } from "./toast";

/** The frame of something shown this once: takes the focus when `secret` is new, and says who must not have it. */
export function SecretCard({
  secret,
  title,
  once,
  warning,
  children,
}: {
  secret: string;
  title: string;
  once: string;
  warning: string;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A new secret is news, wherever on the page the person was.
  useEffect(() => {
    if (secret) heading.current?.focus();
  }, [secret]);
  return (
    <Card as="section" tone="accent" className="max-w-2xl space-y-6">
      <div className="space-y-2">
        <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold">
          {title}
        </h2>
        <p>{once}</p>
      </div>
      {children}
      <Notice tone="warning">{warning}</Notice>
    </Card>
  );
}

/** The secret itself, in a box that one press selects, and a button that copies it. `children`: further buttons. */
export function SecretText({
  secret,
  label,
  variant = "primary",
  children,
}: {
  secret: string;
  label: string;
  variant?: "primary" | "secondary";
  children?: ReactNode;
}) {
  const t = useTranslations("ui.secret");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      showToast({ message: t("copied"), tone: "success" });
    } catch {
      showToast({ message: t("copyFailed"), tone: "danger" });
    }
  };
  return (
    <div className="space-y-3">
      <p className="rounded-control border border-line-strong bg-raised p-3 text-sm break-all select-all">
        <bdi dir="ltr">{secret}</bdi>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          variant={variant}
          icon={<Copy aria-hidden />}
          onPress={() => void copy()}
          className="w-full sm:w-auto"
        >
          {label}
        </Button>
        {children}
      </div>
    </div>
  );
}
