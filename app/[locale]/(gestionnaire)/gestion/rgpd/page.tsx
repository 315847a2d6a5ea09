import { Archive, Download, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { askedOf, Register } from "@/components/rgpd/register";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load, searchInput } from "@/lib/delivery/page";
import { listDemandes } from "@/lib/rgpd/list-demandes";
import { gestionArea } from "../area";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.register"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Rights requests of the agency: the first to be due on top. */
export default async function RightsPage({ searchParams }: Props) {
  const asked = searchInput(await searchParams);
  const area = await gestionArea("/gestion/rgpd");
  const [t, tKept, page] = await Promise.all([
    getTranslations("rgpd.register"),
    getTranslations("conservation"),
    load(listDemandes, { ...askedOf(asked), limit: 25, count: true }),
  ]);
  const { cursor: _cursor, ...filters } = asked;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <AnchorButton
              href={`/${area.words.locale}/gestion/rgpd/export?${new URLSearchParams(filters)}`}
              icon={<Download aria-hidden />}
            >
              {t("export")}
            </AnchorButton>
            <LinkButton href="/gestion/conservation" icon={<Archive aria-hidden />}>
              {tKept("nav")}
            </LinkButton>
            <LinkButton href="/gestion/rgpd/nouvelle" variant="primary" icon={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          </>
        }
      />
      <Register
        page={page}
        asked={asked}
        base="/gestion/rgpd"
        dates={area.words}
        href={(id) => `/gestion/rgpd/${id}`}
      />
    </>
  );
}
