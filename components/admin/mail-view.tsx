"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";

/**
 * An e-mail as it was written, in a frame that runs nothing and reaches nothing of ours: sandbox without rights, own
 * origin, no referrer.
 */
export function MailView({ sujet, html, texte }: { sujet: string; html: string; texte: string }) {
  const t = useTranslations("admin.mails");
  return (
    <Dialog title={sujet} size="lg" trigger={{ label: t("view"), size: "sm" }}>
      {html ? (
        <iframe
          title={t("frame", { sujet })}
          srcDoc={html}
          sandbox=""
          referrerPolicy="no-referrer"
          className="h-[65vh] w-full rounded-control border border-line bg-white"
        />
      ) : (
        <p className="whitespace-pre-wrap">{texte || t("secret")}</p>
      )}
    </Dialog>
  );
}
