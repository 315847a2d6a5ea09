import { Puzzle } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RefreshButton } from "@/components/interop/refresh-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { listPlugins } from "@/lib/interop/list-plugins";
import { PluginCard } from "./plugin-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plugins"))("title") };
}

/** The programs in the folder of plugins: what each offers, whether it runs, and how it last failed. */
export default async function PluginsPage() {
  const [t, { results }] = await Promise.all([getTranslations("plugins"), load(listPlugins)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<RefreshButton>{t("refresh")}</RefreshButton>}
      />
      {results.length === 0 ? (
        <EmptyState icon={<Puzzle />} title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <div className="space-y-6">
          <Notice tone="warning">{t("trust")}</Notice>
          <ul className="grid items-start gap-6 *:min-w-0 xl:grid-cols-2">
            {results.map((plugin) => (
              <PluginCard key={plugin.nom} plugin={plugin} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
