"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "../ui/checkbox";
import { useFormFailure } from "../ui/form-context";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";

/**
 * Inside a form that sends the version it read: says that someone else was faster, shows their file beside what was
 * typed, and saves over it (`forcer`) only when asked. A box, not a button: Enter must never save over.
 */
export function VersionConflict({ href }: { href: string }) {
  const t = useTranslations("clients.conflict");
  if (useFormFailure()?.code !== "preconditionFailed") return null;
  return (
    <Notice
      tone="warning"
      title={t("title")}
      actions={
        <LinkButton href={href} target="_blank" size="sm" icon={<ExternalLink aria-hidden />}>
          {t("see")}
        </LinkButton>
      }
    >
      <p>{t("body")}</p>
      <Checkbox name="forcer" label={t("overwrite")} />
    </Notice>
  );
}
