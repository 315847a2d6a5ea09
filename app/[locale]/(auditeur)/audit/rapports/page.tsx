import { getTranslations } from "next-intl/server";
import { RunList } from "@/components/rapports/run-list";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { listRapports } from "@/lib/rapports/list-rapports";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("rapports"))("title") };
}

/** Reports that the agencies ran, to read without names. */
export default async function AuditReportsPage({ searchParams }: Props) {
  const { cursor } = searchInput(await searchParams);
  const [t, { locale, now }, page] = await Promise.all([
    getTranslations("rapports"),
    pageContext(),
    load(listRapports, { limit: 25, ...(cursor ? { cursor } : {}) }),
  ]);
  const href = (at: string | null) =>
    at ? `/audit/rapports?${new URLSearchParams({ cursor: at })}` : undefined;
  return (
    <>
      <PageHeader title={t("title")} description={t("auditLead")} />
      <RunList runs={page.results} words={{ locale, now, timeZone: "Europe/Paris" }} base="/audit/rapports" />
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </>
  );
}
