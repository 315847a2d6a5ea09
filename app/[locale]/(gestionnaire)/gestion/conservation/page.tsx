import { getTranslations } from "next-intl/server";
import { RulesTable } from "@/components/conservation/rules-table";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readConservation } from "@/lib/rgpd/conservation/read-conservation";
import type { NomRegle } from "@/lib/rgpd/conservation/regles";
import { gestionArea } from "../area";

export async function generateMetadata() {
  return { title: (await getTranslations("conservation"))("title") };
}

const pages: Partial<Record<NomRegle, string>> = {
  clients: "/gestion/clients",
  candidats: "/gestion/intervenants",
  intervenants: "/gestion/intervenants",
  devis_brouillons: "/gestion/devis",
  demandes: "/gestion/rgpd",
  factures: "/gestion/factures",
};

/** What the agency keeps for how long, and whom the next nights will erase. */
export default async function RetentionPage() {
  const area = await gestionArea("/gestion/conservation");
  const [t, report] = await Promise.all([getTranslations("conservation"), load(readConservation, {})]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/gestion/rgpd", label: (await getTranslations("rgpd.register"))("title") }}
        actions={<ExportButton href="/gestion/conservation/export" />}
      />
      <RulesTable
        report={report}
        timeZone={area.words.timeZone}
        hrefOf={(regle, id) => (pages[regle] ? `${pages[regle]}/${id}` : undefined)}
      />
    </>
  );
}
