import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { askedOf, IncidentLog } from "@/components/incidents/incident-log";
import { ExportButton } from "@/components/ui/export-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load, searchInput } from "@/lib/delivery/page";
import { listIncidents } from "@/lib/incidents/list-incidents";

export async function generateMetadata() {
  return { title: (await getTranslations("incidents"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The incident log: what happened, which clock ends next, and the button to report one. */
export default async function IncidentsPage({ searchParams }: Props) {
  const asked = searchInput(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("incidents"),
    load(listIncidents, { ...askedOf(asked), limit: 25 }),
  ]);
  const add = (
    <LinkButton href="/admin/incidents/nouveau" variant="primary" icon={<Plus aria-hidden />}>
      {t("add")}
    </LinkButton>
  );
  const { cursor: _cursor, ...filters } = asked;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <ExportButton href={`/admin/incidents/export?${new URLSearchParams(filters)}`} />
            {add}
          </>
        }
      />
      <IncidentLog page={page} asked={asked} base="/admin/incidents" help={t("noneHelp")} action={add} />
    </>
  );
}
