import { getTranslations } from "next-intl/server";
import { MyChoices } from "@/components/rgpd/consents";
import { ErasureLists } from "@/components/rgpd/erasure-lists";
import { FixForm } from "@/components/rgpd/fix-form";
import { HeldData } from "@/components/rgpd/held-data";
import { AskForm, MyRequests } from "@/components/rgpd/my-rights";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { readClient } from "@/lib/clients/read-client";
import { load } from "@/lib/delivery/page";
import { listConsentements } from "@/lib/rgpd/consentements/list-consentements";
import { listDemandes } from "@/lib/rgpd/list-demandes";
import { previewErasure } from "@/lib/rgpd/preview-erasure";
import { clientArea } from "../../area";
import { saveChoice, sendRequest } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.mine"))("title") };
}

const held = ["identity", "places", "visits", "invoices", "words", "account"] as const;

/** What is held about the client and why, a form for each right, and what became of what they asked. */
export default async function MyData() {
  const area = await clientArea("/espace/profil/donnees");
  const [t, tErasure, tFix, preview, { results }, consents, client] = await Promise.all([
    getTranslations("rgpd.mine"),
    getTranslations("rgpd.erasure"),
    getTranslations("rgpd.fix"),
    load(previewErasure, { id: area.clientId }),
    load(listDemandes, { ordering: "-id", limit: 50 }),
    load(listConsentements, { id: area.clientId }),
    load(readClient, { id: area.clientId }),
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
          <HeldData
            title={t("held")}
            held={held.map((one) => ({ name: t(`what.${one}.name`), why: t(`what.${one}.why`) }))}
            copy={{
              title: t("copy"),
              help: t("copyHelp"),
              download: t("download"),
              href: `/${area.words.locale}/espace/profil/donnees/copie`,
            }}
          />
          <MyChoices consents={consents} action={saveChoice} dates={area.words} />
        </div>
        <div className="space-y-10">
          <MyRequests requests={results} dates={area.words} />
          <FixForm
            action={sendRequest}
            values={client}
            fields={["civilite", "prenom", "nom", "naissance"]}
            note={tFix("elsewhere")}
          />
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
