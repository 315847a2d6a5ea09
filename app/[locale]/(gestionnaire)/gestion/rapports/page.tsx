import { getTranslations } from "next-intl/server";
import { RunList } from "@/components/rapports/run-list";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SectionHeader } from "@/components/ui/section-header";
import { load, searchInput } from "@/lib/delivery/page";
import { listRapports } from "@/lib/rapports/list-rapports";
import { gestionArea } from "../area";
import { RunForm } from "./run-form";
import { Schedules } from "./schedules";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("rapports"))("title") };
}

/** Reports: run one, or open one of those already run. */
export default async function ReportsPage({ searchParams }: Props) {
  const { cursor } = searchInput(await searchParams);
  const area = await gestionArea("/gestion/rapports");
  const [t, page] = await Promise.all([
    getTranslations("rapports"),
    load(listRapports, { limit: 10, ...(cursor ? { cursor } : {}) }),
  ]);
  const href = (at: string | null) =>
    at ? `/gestion/rapports?${new URLSearchParams({ cursor: at })}` : undefined;
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="space-y-10">
        <Card as="section">
          <RunForm area={area} />
        </Card>
        <section>
          <SectionHeader title={t("runs")} description={t("runsHelp")} />
          <RunList runs={page.results} words={area.words} base="/gestion/rapports" />
          <Pagination previous={href(page.previous)} next={href(page.next)} />
        </section>
        <Schedules area={area} />
      </div>
    </>
  );
}
