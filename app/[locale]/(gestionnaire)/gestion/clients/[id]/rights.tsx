import { Download, Eraser, ShieldCheck } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import type { ClientFile } from "@/lib/clients/schemas";

/** What the person may ask about their data, from their file. */
export async function Rights({ client }: { client: ClientFile }) {
  const [t, locale] = await Promise.all([getTranslations("rgpd"), getLocale()]);
  return (
    <div className="flex flex-wrap gap-3">
      <AnchorButton href={`/${locale}/gestion/clients/${client.id}/copie`} icon={<Download aria-hidden />}>
        {t("exportOf")}
      </AnchorButton>
      <LinkButton href={`/gestion/rgpd/nouvelle?client_id=${client.id}`} icon={<ShieldCheck aria-hidden />}>
        {t("new.fromFile")}
      </LinkButton>
      <LinkButton
        href={`/gestion/clients/${client.id}/effacement`}
        variant="ghost"
        icon={<Eraser aria-hidden />}
      >
        {t("erasure.see")}
      </LinkButton>
    </div>
  );
}
