import { getTranslations } from "next-intl/server";
import { ReportView } from "@/components/rapports/report-view";
import { periodText } from "@/components/rapports/run-list";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { formatDate, formatDateTime, formatList } from "@/lib/i18n/format";
import { definitions } from "@/lib/rapports/rapport";
import { readRapport } from "@/lib/rapports/read-rapport";
import { agencyOptions } from "../../agencies";
import { gestionArea } from "../../area";
import { FileLinks } from "../file-links";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("rapports"))("title") };
}

/** One report as it was found: drawing, figures, files. */
export default async function ReportPage({ params }: Props) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/rapports/${id}`);
  const [t, rapport, agencies] = await Promise.all([
    getTranslations("rapports"),
    load(readRapport, { id }),
    agencyOptions(area),
  ]);
  const { words } = area;
  const names = agencies.filter(({ value }) => rapport.agences.includes(Number(value)));
  const where = formatList(
    names.map(({ label }) => label),
    words,
  );
  return (
    <>
      <PageHeader
        title={rapport.libelle}
        description={`${await periodText(rapport, words)} · ${where}`}
        back={{ href: "/gestion/rapports", label: t("title") }}
        actions={<FileLinks address={`/${words.locale}/gestion/rapports/${rapport.id}`} />}
      />
      <ReportView
        rapport={rapport}
        charts={definitions[rapport.type].graphiques}
        words={words}
        visitHref={(visit) => `/gestion/visites/${visit}`}
      />
      <p className="mt-8 text-sm text-ink-muted">
        {t("runAt", {
          when: formatDateTime(new Date(rapport.cree_le), words),
          until: formatDate(new Date(rapport.expire_le), words),
        })}
      </p>
    </>
  );
}
