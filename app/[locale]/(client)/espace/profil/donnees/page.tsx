import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ErasureLists } from "@/components/rgpd/erasure-lists";
import { AskForm, MyRequests } from "@/components/rgpd/my-rights";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { load } from "@/lib/delivery/page";
import { listDemandes } from "@/lib/rgpd/list-demandes";
import { previewErasure } from "@/lib/rgpd/preview-erasure";
import { clientArea } from "../../area";
import { sendRequest } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.mine"))("title") };
}

const held = ["identity", "places", "visits", "invoices", "words", "account"] as const;

/** What is held about the client and why, a form for each right, and what became of what they asked. */
export default async function MyData() {
  const area = await clientArea("/espace/profil/donnees");
  const [t, tErasure, preview, { results }] = await Promise.all([
    getTranslations("rgpd.mine"),
    getTranslations("rgpd.erasure"),
    load(previewErasure, { id: area.clientId }),
    load(listDemandes, { ordering: "-id", limit: 50 }),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/espace/profil", label: t("back") }}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2 lg:items-start">
        <div className="space-y-10">
          <section aria-labelledby="garde">
            <SectionHeader id="garde" title={t("held")} />
            <ul className="divide-y divide-line rounded-card border border-line bg-raised">
              {held.map((one) => (
                <li key={one} className="px-4 py-3">
                  <p className="font-semibold">{t(`what.${one}.name`)}</p>
                  <p className="text-ink-muted">{t(`what.${one}.why`)}</p>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="copie">
            <SectionHeader id="copie" title={t("copy")} />
            <p className="mb-3 text-ink-muted">{t("copyHelp")}</p>
            <AnchorButton
              href={`/${area.words.locale}/espace/profil/donnees/copie`}
              icon={<Download aria-hidden />}
              variant="primary"
            >
              {t("download")}
            </AnchorButton>
          </section>
        </div>
        <div className="space-y-10">
          <MyRequests requests={results} dates={area.words} />
          <AskForm action={sendRequest} />
        </div>
      </div>
      <section aria-labelledby="effacer" className="mt-10">
        <SectionHeader id="effacer" title={tErasure("mineTitle")} />
        <p className="mb-4 text-ink-muted">{tErasure("mineLead")}</p>
        <ErasureLists preview={preview} dates={area.words} />
      </section>
    </>
  );
}
