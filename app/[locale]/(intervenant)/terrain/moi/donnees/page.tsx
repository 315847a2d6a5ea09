import { getTranslations } from "next-intl/server";
import { FixForm } from "@/components/rgpd/fix-form";
import { HeldData } from "@/components/rgpd/held-data";
import { AskForm, MyRequests } from "@/components/rgpd/my-rights";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
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
  const [t, tMine, { results }, file] = await Promise.all([
    getTranslations("rgpd.worker"),
    getTranslations("rgpd.mine"),
    load(listDemandes, { ordering: "-id", limit: 50 }),
    load(readIntervenant, { id: area.intervenantId }),
  ]);
  return (
    <>
      <PageHeader
        title={t("entry")}
        description={t("lead")}
        back={{ href: "/terrain/moi", label: t("back") }}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2 lg:items-start">
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
