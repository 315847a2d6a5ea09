"use client";

import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SecretCard } from "@/components/ui/secret-shown";
import { showToast } from "@/components/ui/toast";

/** Recovery codes just made, shown this once: to copy, to keep as a file, then on. */
export function RecoveryCodes({ codes, doneHref }: { codes: string[]; doneHref: string }) {
  const t = useTranslations("compte.recovery");
  const tSecret = useTranslations("ui.secret");
  const text = `${t("fileTitle")}\n\n${codes.join("\n")}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ message: tSecret("copied"), tone: "success" });
    } catch {
      showToast({ message: tSecret("copyFailed"), tone: "danger" });
    }
  };
  return (
    <SecretCard secret={codes.join()} title={t("title")} once={t("once")} warning={t("warning")}>
      <ul
        aria-label={t("title")}
        dir="ltr"
        className="grid grid-cols-2 gap-2 rounded-control border border-line-strong bg-raised p-3 text-center font-mono text-sm select-all sm:text-base"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button icon={<Copy aria-hidden />} onPress={() => void copy()}>
          {t("copy")}
        </Button>
        <Button icon={<Download aria-hidden />} onPress={() => keepAsFile(text)}>
          {t("download")}
        </Button>
        <LinkButton href={doneHref} variant="primary">
          {t("done")}
        </LinkButton>
      </div>
    </SecretCard>
  );
}

function keepAsFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "dihya-codes.txt";
  link.click();
  URL.revokeObjectURL(url);
}
