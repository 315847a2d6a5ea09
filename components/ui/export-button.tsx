import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { AnchorButton } from "./link-button";

/** The list on the screen as a CSV file (not `download`: the answer may first be a page that asks for the password). `href`: the export's address with the list's filters, without language. */
export function ExportButton({ href, size }: { href: string; size?: "sm" }) {
  const t = useTranslations("common.actions");
  const locale = useLocale();
  return (
    <AnchorButton href={`/${locale}${href}`} size={size} icon={<Download aria-hidden />}>
      {t("exportCsv")}
    </AnchorButton>
  );
}
