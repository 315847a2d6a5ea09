import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AskForm, MyRequests } from "@/components/rgpd/my-rights";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { load } from "@/lib/delivery/page";
import { listDemandes } from "@/lib/rgpd/list-demandes";
import { fieldArea } from "../../area";
import { sendRequest } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.worker"))("entry") };
}

const held = ["identity", "hours", "places", "absences"] as const;

/** What is held about the intervenant and why, a copy, a form for each right, and what became of what they asked. */
export default async function MyData() {
  const area = await fieldArea("/terrain/moi/donnees");
  const [t, tMine, { results }] = await Promise.all([
    getTranslations("rgpd.worker"),
    getTranslations("rgpd.mine"),
    load(listDemandes, { ordering: "-id", limit: 50 }),
  ]);
  return (
    <>
      <PageHeader
        title={t("entry")}
        description={t("lead")}
        back={{ href: "/terrain/moi", label: t("back") }}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2 lg:items-start">
        <div className="space-y-10">
          <section aria-labelledby="garde">
            <SectionHeader id="garde" title={tMine("held")} />
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
            <SectionHeader id="copie" title={tMine("copy")} />
            <p className="mb-3 text-ink-muted">{t("copyHelp")}</p>
            <AnchorButton
              href={`/${area.words.locale}/terrain/moi/donnees/copie`}
              icon={<Download aria-hidden />}
              variant="primary"
            >
              {tMine("download")}
            </AnchorButton>
          </section>
        </div>
        <div className="space-y-10">
          <MyRequests requests={results} dates={area.words} />
          <AskForm action={sendRequest} />
        </div>
      </div>
    </>
  );
}
