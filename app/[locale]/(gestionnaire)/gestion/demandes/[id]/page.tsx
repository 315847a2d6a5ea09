import { getTranslations } from "next-intl/server";
import { AcceptForm } from "@/components/gestion/accept-form";
import { ChoiceNote } from "@/components/gestion/choice-note";
import { Expiry } from "@/components/gestion/expiry";
import { RefuseRequest } from "@/components/gestion/request-acts";
import { VisitFacts } from "@/components/gestion/visit-facts";
import { visitWhen } from "@/components/prestations/visit-words";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { load } from "@/lib/delivery/page";
import { formatDateTime } from "@/lib/i18n/format";
import { listRecommandations } from "@/lib/ia/list-recommandations";
import { readReservation } from "@/lib/reservations/read-reservation";
import type { Reservation } from "@/lib/reservations/schemas";
import { type GestionArea, gestionArea } from "../../area";
import { findCandidats } from "../../visites/lookups";
import { proposePeople } from "../../visites/proposals";
import { acceptRequest, refuseRequest } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("dashboard.requests"))("one") };
}

type Props = { params: Promise<{ id: string }> };

/** One request: what is asked, who could go, and the answer. */
export default async function RequestPage({ params }: Props) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/demandes/${id}`);
  const [t, tState, request] = await Promise.all([
    getTranslations("dashboard.requests"),
    getTranslations("states.reservation"),
    load(readReservation, { id }),
  ]);
  const visit = request.prestation;
  return (
    <>
      <PageHeader
        title={<bdi>{visit.client.nom}</bdi>}
        description={t("line", { service: visit.libelle, when: visitWhen(visit, area.words) })}
        back={{ href: "/gestion/demandes", label: t("title") }}
        badge={
          request.statut === "demandee" ? (
            <Expiry until={new Date(request.expire_le)} words={area.words} />
          ) : (
            <StatusBadge statut={request.statut} label={tState(request.statut)} />
          )
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="space-y-6">
          {request.message ? (
            <Card tone="warm" as="section">
              <SectionHeader title={t("message")} />
              <p className="whitespace-pre-line">{request.message}</p>
            </Card>
          ) : null}
          <VisitFacts visit={visit} words={area.words} price={area.money(visit.prix_ttc, visit.devise)} />
        </div>
        <MessagesProvider names={["dashboard", "plannings", "propositions"]}>
          {request.statut === "demandee" ? (
            <Answer request={request} />
          ) : (
            <Decided request={request} area={area} />
          )}
        </MessagesProvider>
      </div>
    </>
  );
}

async function Decided({ request, area }: { request: Reservation; area: GestionArea }) {
  const { statut, motif, decide_le, prestation_id } = request;
  const [t, tState, proposals] = await Promise.all([
    getTranslations("dashboard.requests"),
    getTranslations("states.reservation"),
    load(listRecommandations, { prestation_id, decidee: true, limit: 1 }),
  ]);
  return (
    <Notice
      tone={statut === "acceptee" ? "success" : "info"}
      title={tState(statut)}
      actions={<LinkButton href={`/gestion/visites/${prestation_id}`}>{t("openVisit")}</LinkButton>}
    >
      {decide_le ? <p>{formatDateTime(new Date(decide_le), area.words)}</p> : null}
      {motif ? <p>{motif}</p> : null}
      <ChoiceNote proposal={proposals.results[0]} words={area.words} />
    </Notice>
  );
}

async function Answer({ request }: { request: Reservation }) {
  const t = await getTranslations("dashboard.requests");
  const visit = request.prestation;
  const who = visit.intervenant;
  return (
    <Card as="section" className="lg:sticky lg:top-24">
      <SectionHeader title={t("yourAnswer")} />
      <AcceptForm
        request={{ id: request.id, version: request.version }}
        visit={{
          id: visit.id,
          moment: visit.date.slice(0, 16),
          person: who && { id: who.id, nom: `${who.prenom} ${who.nom}`.trim() },
        }}
        action={acceptRequest}
        lookup={findCandidats}
        propose={proposePeople}
      />
      <div className="mt-5 border-t border-line pt-5">
        <RefuseRequest request={request} action={refuseRequest} />
      </div>
    </Card>
  );
}
