import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AnchorButton } from "@/components/ui/link-button";

/** A stored report as a file; `address` with its language: `/fr/gestion/rapports/7`. */
export async function FileLinks({ address }: { address: string }) {
  const t = await getTranslations("rapports");
  return (["pdf", "csv", "json"] as const).map((format) => (
    <AnchorButton key={format} href={`${address}/fichier?format=${format}`} icon={<Download aria-hidden />}>
      {t(`files.${format}`)}
    </AnchorButton>
  ));
}
