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
          srcDoc={withoutSheet(html)}
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

/** The page's content policy holds in the frame too and takes no style sheet from a letter; its lines carry their own. */
const withoutSheet = (html: string) => html.replace(/<style>[^<]*<\/style>/g, "");
