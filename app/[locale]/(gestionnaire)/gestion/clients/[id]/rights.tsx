import { Download, Eraser, ShieldCheck } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ClientFile } from "@/lib/clients/schemas";
import { load } from "@/lib/delivery/page";
import { listDemandes } from "@/lib/rgpd/list-demandes";

/** What the person may ask about their data, from their file. */
export async function Rights({ client }: { client: ClientFile }) {
  const [t, locale] = await Promise.all([getTranslations("rgpd"), getLocale()]);
  return (
    <div className="flex flex-wrap gap-3">
      <Restriction clientId={client.id} />
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

/** Says that the file is restricted, and where that is lifted. */
async function Restriction({ clientId }: { clientId: number }) {
  const asked = { client_id: clientId, type: "limitation", statut: "acceptee", limit: 1 };
  const [t, { results }] = await Promise.all([getTranslations("rgpd.restricted"), load(listDemandes, asked)]);
  const demande = results[0];
  if (!demande) return null;
  return (
    <Notice tone="warning" title={t("title")}>
      <p>{t("help")}</p>
      <TextLink href={`/gestion/rgpd/${demande.id}`}>{t("see")}</TextLink>
    </Notice>
  );
}
