import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RefreshButton } from "@/components/interop/refresh-button";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { TabNav } from "@/components/ui/tab-nav";
import { load, searchInput } from "@/lib/delivery/page";
import { listFiles } from "@/lib/organisation/list-files";
import { Failures } from "./failures";
import { LongWork } from "./long-work";
import { Queues } from "./queues";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const REFRESH_SECONDS = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taches"))("title") };
}

/** What the product does in the background: its queues, what failed for good, and the long work people asked for. */
export default async function TachesPage({ searchParams }: Props) {
  const { vue = "files", ...input } = searchInput(await searchParams);
  const [t, { results: files }] = await Promise.all([getTranslations("taches"), load(listFiles)]);
  const failed = files.reduce((sum, { echecs }) => sum + echecs, 0);
  const tab = (name: "files" | "echecs" | "travaux", count?: number) => ({
    href: name === "files" ? "/admin/taches" : `/admin/taches?vue=${name}`,
    label: t(`views.${name}`),
    current: vue === name,
    count,
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            {vue === "files" ? null : (
              <ExportButton href={`/admin/taches/export?${new URLSearchParams({ ...input, vue })}`} />
            )}
            <RefreshButton>{t("refresh")}</RefreshButton>
          </>
        }
      />
      <AutoRefresh everySeconds={REFRESH_SECONDS} />
      <TabNav label={t("title")} items={[tab("files"), tab("echecs", failed), tab("travaux")]} />
      {vue === "echecs" ? (
        <Failures input={input} files={files} />
      ) : vue === "travaux" ? (
        <LongWork input={input} />
      ) : (
        <Queues files={files} />
      )}
    </>
  );
}
