import { getTranslations } from "next-intl/server";
import { askedOf, IncidentLog } from "@/components/incidents/incident-log";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { load, searchInput } from "@/lib/delivery/page";
import { listIncidents } from "@/lib/incidents/list-incidents";

export async function generateMetadata() {
  return { title: (await getTranslations("incidents"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The incident log for an auditeur: were the clocks served in time? */
export default async function AuditIncidentsPage({ searchParams }: Props) {
  const asked = searchInput(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("incidents"),
    load(listIncidents, { ...askedOf(asked), limit: 25 }),
  ]);
  const { cursor: _cursor, ...filters } = asked;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("auditLead")}
        actions={<ExportButton href={`/audit/incidents/export?${new URLSearchParams(filters)}`} />}
      />
      <IncidentLog page={page} asked={asked} base="/audit/incidents" help={t("noneAudit")} />
    </>
  );
}
