import { getTranslations } from "next-intl/server";
import { FixForm } from "@/components/rgpd/fix-form";
import { HeldData } from "@/components/rgpd/held-data";
import { KeptList } from "@/components/rgpd/kept-list";
import { AskForm, MyRequests } from "@/components/rgpd/my-rights";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { load } from "@/lib/delivery/page";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import { listDemandes } from "@/lib/rgpd/list-demandes";
import { previewErasureIntervenant } from "@/lib/rgpd/preview-erasure-intervenant";
import { fieldArea } from "../../area";
import { sendRequest } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.worker"))("entry") };
}

const held = ["identity", "hours", "places", "absences"] as const;

/**
 * What is held about the intervenant and why, a copy, a form for each right, and what became of what they asked; before
 * they ask to be erased, what the law keeps and until when.
 */
export default async function MyData() {
  const area = await fieldArea("/terrain/moi/donnees");
  const [t, tMine, tErasure, tKept, { results }, file, kept] = await Promise.all([
    getTranslations("rgpd.worker"),
    getTranslations("rgpd.mine"),
    getTranslations("rgpd.erasure"),
    getTranslations("rgpd.kept"),
    load(listDemandes, { ordering: "-id", limit: 50 }),
    load(readIntervenant, { id: area.intervenantId }),
    load(previewErasureIntervenant, { id: area.intervenantId }),
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
          <HeldData
            title={tMine("held")}
            held={held.map((one) => ({ name: t(`what.${one}.name`), why: t(`what.${one}.why`) }))}
            copy={{
              title: tMine("copy"),
              help: t("copyHelp"),
              download: tMine("download"),
              href: `/${area.words.locale}/terrain/moi/donnees/copie`,
            }}
          />
          <section aria-labelledby="effacer">
            <SectionHeader id="effacer" title={tErasure("mineTitle")} />
            <p className="mb-4 text-ink-muted">{tKept("lead")}</p>
            <KeptList kept={kept} dates={area.words} />
          </section>
        </div>
        <div className="space-y-10">
          <MyRequests requests={results} dates={area.words} />
          <FixForm
            action={sendRequest}
            values={file}
            fields={["civilite", "prenom", "nom", "telephone", "email"]}
          />
          <AskForm action={sendRequest} />
        </div>
      </div>
    </>
  );
}
