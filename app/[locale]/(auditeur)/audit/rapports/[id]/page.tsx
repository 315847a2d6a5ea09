import { getTranslations } from "next-intl/server";
import { ReportView } from "@/components/rapports/report-view";
import { periodText } from "@/components/rapports/run-list";
import { PageHeader } from "@/components/ui/page-header";
import { load, pageContext } from "@/lib/delivery/page";
import { definitions } from "@/lib/rapports/rapport";
import { readRapport } from "@/lib/rapports/read-rapport";
import { FileLinks } from "../../../../(gestionnaire)/gestion/rapports/file-links";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("rapports"))("title") };
}

/** One report, its people under their pseudonyms. */
export default async function AuditReportPage({ params }: Props) {
  const { id } = await params;
  const [t, { locale, now }, rapport] = await Promise.all([
    getTranslations("rapports"),
    pageContext(),
    load(readRapport, { id }),
  ]);
  const words = { locale, now, timeZone: "Europe/Paris" };
  return (
    <>
      <PageHeader
        title={rapport.libelle}
        description={await periodText(rapport, words)}
        back={{ href: "/audit/rapports", label: t("title") }}
        actions={<FileLinks address={`/${locale}/audit/rapports/${rapport.id}`} />}
      />
      <ReportView rapport={rapport} charts={definitions[rapport.type].graphiques} words={words} />
    </>
  );
}
