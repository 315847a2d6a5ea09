import { getTranslations } from "next-intl/server";
import { Changes } from "@/components/rgpd/changes";
import { Deadline } from "@/components/rgpd/deadline";
import { KeptList } from "@/components/rgpd/kept-list";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { isOpen } from "@/lib/rgpd/demande";
import { previewErasureIntervenant } from "@/lib/rgpd/preview-erasure-intervenant";
import { readDemande } from "@/lib/rgpd/read-demande";
import type { Demande } from "@/lib/rgpd/schemas";
import { type GestionArea, gestionArea } from "../../area";
import { Decision } from "./decision";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.one"))("title") };
}

type Props = { params: Promise<{ id: string }> };

/** One rights request: who asks what, until when, and the answer. */
export default async function RightsRequestPage({ params }: Props) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/rgpd/${id}`);
  const [t, tKinds, tList, tState, demande] = await Promise.all([
    getTranslations("rgpd.one"),
    getTranslations("rgpd.typesOf"),
    getTranslations("rgpd.register"),
    getTranslations("states.demandeRgpd"),
    load(readDemande, { id }),
  ]);
  const long = (day: string) => formatDate(day, { ...area.words, style: "long" });
  return (
    <>
      <PageHeader
        title={<bdi>{demande.personne}</bdi>}
        description={t("line", { kind: tKinds(demande.type), day: long(demande.recue_le) })}
        back={{ href: "/gestion/rgpd", label: tList("title") }}
        badge={<StatusBadge statut={demande.statut} label={tState(demande.statut)} />}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="space-y-6">
          <Clock demande={demande} day={long(demande.echeance)} />
          <Card tone="warm" as="section">
            <SectionHeader title={t("message")} />
            <p className={demande.message ? "whitespace-pre-line" : "text-ink-muted"}>
              {demande.message || t("noMessage")}
            </p>
          </Card>
          {demande.changements.length > 0 ? <Changes demande={demande} /> : null}
          <WorkerErasure demande={demande} area={area} />
          <Facts demande={demande} area={area} />
        </div>
        <Decision demande={demande} />
      </div>
    </>
  );
}

async function Clock({ demande, day }: { demande: Demande; day: string }) {
  const t = await getTranslations("rgpd.one");
  const { jours_restants, prolongee, prolongation_motif } = demande;
  if (jours_restants === null && !prolongee) return null;
  const isLate = jours_restants !== null && jours_restants < 0;
  return (
    <Notice
      tone={isLate ? "danger" : "info"}
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {t(isLate ? "dueLate" : "due", { day })}
          <Deadline daysLeft={jours_restants} />
        </span>
      }
    >
      {prolongee ? <p>{t("extendedBecause", { reason: prolongation_motif })}</p> : null}
    </Notice>
  );
}

/** What the answer to an intervenant who asks to be erased has to leave. */
async function WorkerErasure({ demande, area }: { demande: Demande; area: GestionArea }) {
  const { type, statut, intervenant_id } = demande;
  if (type !== "effacement" || intervenant_id === null || !isOpen(statut)) return null;
  const [t, kept] = await Promise.all([
    getTranslations("rgpd.kept"),
    load(previewErasureIntervenant, { id: intervenant_id }),
  ]);
  return (
    <Card as="section">
      <SectionHeader title={t("staffTitle")} />
      <p className="mb-4 text-ink-muted">{t("staffLead")}</p>
      <KeptList kept={kept} dates={area.words} />
    </Card>
  );
}

async function Facts({ demande, area }: { demande: Demande; area: GestionArea }) {
  const t = await getTranslations("rgpd.one");
  const file =
    demande.client_id === null
      ? `/gestion/intervenants/${demande.intervenant_id}`
      : `/gestion/clients/${demande.client_id}`;
  const at = (instant: string) => formatDateTime(new Date(instant), area.words);
  return (
    <DefinitionList
      items={[
        { term: t("person"), value: <TextLink href={file}>{t("openPerson")}</TextLink> },
        ...(demande.decide_le ? [{ term: t("decidedOn"), value: at(demande.decide_le) }] : []),
        ...(demande.close_le ? [{ term: t("closedOn"), value: at(demande.close_le) }] : []),
        ...(demande.motif_refus ? [{ term: t("reason"), value: demande.motif_refus }] : []),
        ...(demande.reponse ? [{ term: t("answer"), value: demande.reponse }] : []),
      ]}
    />
  );
}
