import { getTranslations } from "next-intl/server";
import { ProcessingRecord } from "@/components/traitements/record";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readTraitements } from "@/lib/rgpd/traitements/read-traitements";

export async function generateMetadata() {
  return { title: (await getTranslations("traitements"))("title") };
}

/** What is done with data, why and for how long: the same page for an auditeur and an admin. */
export default async function ProcessingPage() {
  const [t, record] = await Promise.all([getTranslations("traitements"), load(readTraitements, {})]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<ExportButton href="/audit/traitements/export" />}
      />
      <ProcessingRecord record={record} />
    </>
  );
}
