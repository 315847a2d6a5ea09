import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Deadline } from "@/components/rgpd/deadline";
import { ErasureLists } from "@/components/rgpd/erasure-lists";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RadioGroup } from "@/components/ui/radio-group";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { typesDemandeRgpd } from "@/db/states";
import { load } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { listDemandes } from "@/lib/rgpd/list-demandes";
import { previewErasure } from "@/lib/rgpd/preview-erasure";
import type { Demande } from "@/lib/rgpd/schemas";
import { type ClientArea, clientArea } from "../../area";
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
          <Requests requests={results} area={area} />
          <Ask />
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

async function Ask() {
  const [t, tKinds, tHelp] = await Promise.all([
    getTranslations("rgpd.mine"),
    getTranslations("rgpd.types"),
    getTranslations("rgpd.help"),
  ]);
  return (
    <section aria-labelledby="demander">
      <SectionHeader id="demander" title={t("ask")} />
      <p className="mb-4 text-ink-muted">{t("askLead")}</p>
      <ActionForm action={sendRequest} aria-label={t("ask")} resetOnSuccess>
        <RadioGroup
          name="type"
          label={t("kind")}
          isRequired
          options={typesDemandeRgpd.map((value) => ({
            value,
            label: tKinds(value),
            description: tHelp(value),
          }))}
        />
        <TextArea
          name="message"
          label={t("message")}
          description={t("messageHelp")}
          rows={4}
          maxLength={2000}
          isRequired={false}
        />
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("send")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

async function Requests({ requests, area }: { requests: Demande[]; area: ClientArea }) {
  const t = await getTranslations("rgpd.mine");
  return (
    <section aria-labelledby="demandes">
      <SectionHeader id="demandes" title={t("requests")} />
      {requests.length === 0 ? (
        <p className="text-ink-muted">{t("noRequest")}</p>
      ) : (
        <>
          <ul className="space-y-3">
            {requests.map((one) => (
              <Card as="li" key={one.id}>
                <Request demande={one} area={area} />
              </Card>
            ))}
          </ul>
          <p className="mt-3 text-sm text-ink-muted">{t("complain")}</p>
        </>
      )}
    </section>
  );
}

async function Request({ demande, area }: { demande: Demande; area: ClientArea }) {
  const [t, tKinds, tState] = await Promise.all([
    getTranslations("rgpd.mine"),
    getTranslations("rgpd.types"),
    getTranslations("states.demandeRgpd"),
  ]);
  const long = (day: string) => formatDate(day, { ...area.words, style: "long" });
  const { type, statut, recue_le, echeance, jours_restants } = demande;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {tKinds(type)} <StatusBadge statut={statut} label={tState(statut)} />
      </p>
      <p className="text-ink-muted">{t("received", { day: long(recue_le) })}</p>
      {jours_restants === null ? null : (
        <p className="flex flex-wrap items-center gap-2">
          {t("until", { day: long(echeance) })} <Deadline daysLeft={jours_restants} />
        </p>
      )}
      {demande.prolongee ? <p>{t("extended", { reason: demande.prolongation_motif })}</p> : null}
      {demande.motif_refus ? <p>{t("refusedBecause", { reason: demande.motif_refus })}</p> : null}
      {demande.reponse ? (
        <p className="whitespace-pre-line">{t("answer", { text: demande.reponse })}</p>
      ) : null}
    </>
  );
}
