import { getTranslations } from "next-intl/server";
import { VisitState } from "@/components/prestations/visit-state";
import { hoursText, visitWhen } from "@/components/prestations/visit-words";
import { ClientCard } from "@/components/terrain/client-card";
import { ClockAct } from "@/components/terrain/clock-act";
import { ClockedTimes } from "@/components/terrain/clocked-times";
import { NoteForm } from "@/components/terrain/note-form";
import { NoteHistory } from "@/components/terrain/note-history";
import { VisitPlace } from "@/components/terrain/visit-place";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readClient } from "@/lib/clients/read-client";
import type { ClientFile } from "@/lib/clients/schemas";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { Refused } from "@/lib/foundation/errors";
import { formatHours, formatTime } from "@/lib/i18n/format";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { readPrestation } from "@/lib/prestations/read-prestation";
import type { Prestation } from "@/lib/prestations/schemas";
import { type FieldArea, fieldArea } from "../../area";
import { clockingOf } from "../../clocking";
import { clocked, clockedMinutes } from "../../day";
import { visitMoment } from "../../visit-moment";
import { saveNote } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("terrain.visit"))("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One visit with everything that helps on the spot: the way in, the people to call, what was noted before. */
export default async function Visit({ params, searchParams }: Props) {
  const { id } = await params;
  const area = await fieldArea(`/terrain/visites/${id}`);
  const visit = await load(readPrestation, { id });
  const [t, { fait }, client, past] = await Promise.all([
    getTranslations("terrain.visit"),
    searchParams.then(searchInput),
    clientFile(visit.client_id),
    pastVisits(visit),
  ]);
  const zoned = { ...area.words, timeZone: visit.fuseau };
  const moment = await visitMoment(visit, area.words);
  return (
    <>
      <PageHeader
        title={<bdi>{visit.client.nom}</bdi>}
        description={visitWhen(visit, { ...area.words, capitalised: true })}
        badge={<VisitState visit={visit} />}
        back={{ href: "/terrain", label: t("backToDay") }}
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start lg:gap-8">
        <div className="space-y-5">
          {fait === "depart" ? <Left visit={visit} area={area} /> : null}
          <Cancelled visit={visit} />
          <NoteSection visit={visit} />
          <Card as="section" className="shadow-card">
            <h2 className="sr-only">{t("where")}</h2>
            <p className="text-lg font-medium">
              {t("service", { service: visit.libelle, hours: hoursText(visit.duree, area.words) })}
            </p>
            {moment ? <p className="font-medium text-warm-text">{moment}</p> : null}
            <div className="mt-4">
              <VisitPlace visit={visit} />
            </div>
            <div className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-10 -mx-2 mt-2 rounded-card bg-raised p-2 empty:hidden md:static md:mx-0 md:p-0">
              <ClockAct visitId={visit.id} clocking={clockingOf(visit, area.words.now)} words={zoned} />
            </div>
          </Card>
        </div>
        <div className="space-y-6">
          {client ? <ClientCard client={client} /> : null}
          <ClockedTimes visit={visit} words={area.words} />
          <NoteHistory visits={past} words={area.words} />
        </div>
      </div>
    </>
  );
}

/** The client's file, open to the assigned person for a month around a visit only; null outside. */
async function clientFile(id: number): Promise<ClientFile | null> {
  try {
    return await readClient(await pageContext(), { id });
  } catch (error) {
    if (error instanceof Refused && error.code === "notFound") return null;
    throw error;
  }
}

/** This person's earlier visits to the same client that have a note, the latest first. */
async function pastVisits(visit: Prestation): Promise<Prestation[]> {
  const { results } = await load(listPrestations, {
    client_id: visit.client_id,
    statut: "realisee,validee,facturee",
    ordering: "-date",
    limit: 30,
  });
  return results.filter(({ id, note_intervenant }) => id !== visit.id && note_intervenant).slice(0, 10);
}

/** After the departure: what was recorded, and the way on. */
async function Left({ visit, area }: { visit: Prestation; area: FieldArea }) {
  const at = clocked(visit.pointages, "depart");
  if (!at) return null;
  const t = await getTranslations("terrain.visit");
  const minutes = clockedMinutes(visit);
  return (
    <Notice
      tone="success"
      live
      title={t("left", { time: formatTime(at, { ...area.words, timeZone: visit.fuseau }) })}
      actions={<LinkButton href="/terrain">{t("onward")}</LinkButton>}
    >
      {minutes === null ? null : t("onSite", { time: formatHours(minutes, area.words) })}
    </Notice>
  );
}

async function Cancelled({ visit }: { visit: Prestation }) {
  if (visit.statut !== "annulee") return null;
  const t = await getTranslations("terrain.visit");
  return (
    <Notice tone="danger" title={t("cancelled")}>
      {visit.annulation?.motif}
    </Notice>
  );
}

function NoteSection({ visit }: { visit: Prestation }) {
  const isOpen = visit.statut === "en_cours" || visit.statut === "realisee" || visit.statut === "validee";
  if (!isOpen && !visit.note_intervenant) return null;
  return <NoteForm visitId={visit.id} note={visit.note_intervenant} action={saveNote} isReadOnly={!isOpen} />;
}
