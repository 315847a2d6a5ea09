import { getTranslations } from "next-intl/server";
import { Ledger, Runs } from "@/components/conservation/ledger";
import { RulesTable } from "@/components/conservation/rules-table";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readConservation } from "@/lib/rgpd/conservation/read-conservation";
import { listEffacements } from "@/lib/rgpd/ledger/list-effacements";

const ZONE = "Europe/Paris";

export async function generateMetadata() {
  return { title: (await getTranslations("conservation"))("title") };
}

/** For an auditeur: is nothing kept too long, and was everybody erased who had to be? */
export default async function AuditRetentionPage() {
  const [t, report, ledger] = await Promise.all([
    getTranslations("conservation"),
    load(readConservation, {}),
    load(listEffacements, { limit: 50 }),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<ExportButton href="/audit/conservation/export" />}
      />
      <RulesTable report={report} timeZone={ZONE} />
      <Runs report={report} timeZone={ZONE} />
      <Ledger rows={ledger.results} timeZone={ZONE} />
    </>
  );
}
