import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { askedOf, Register } from "@/components/rgpd/register";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { listDemandes } from "@/lib/rgpd/list-demandes";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.register"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The register of rights requests, without a name: are they answered in time? */
export default async function AuditRightsPage({ searchParams }: Props) {
  const asked = searchInput(await searchParams);
  const [t, { locale, now }, page] = await Promise.all([
    getTranslations("rgpd.register"),
    pageContext(),
    load(listDemandes, { ...askedOf(asked), limit: 50, count: true }),
  ]);
  const { cursor: _cursor, ...filters } = asked;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("auditLead")}
        actions={
          <AnchorButton
            href={`/${locale}/audit/rgpd/export?${new URLSearchParams(filters)}`}
            icon={<Download aria-hidden />}
          >
            {t("export")}
          </AnchorButton>
        }
      />
      <Register
        page={page}
        asked={asked}
        base="/audit/rgpd"
        dates={{ locale, now, timeZone: "Europe/Paris" }}
      />
    </>
  );
}
