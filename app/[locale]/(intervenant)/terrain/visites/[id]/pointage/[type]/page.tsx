import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClockTime } from "@/components/terrain/clock-time";
import { PositionField } from "@/components/terrain/position-field";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { load } from "@/lib/delivery/page";
import { formatHours, formatTime, formatTimeRange } from "@/lib/i18n/format";
import { minutesBetween } from "@/lib/prestations/present";
import { readPrestation } from "@/lib/prestations/read-prestation";
import type { Prestation } from "@/lib/prestations/schemas";
import { type FieldArea, fieldArea } from "../../../../area";
import { clockingOf } from "../../../../clocking";
import { clocked } from "../../../../day";
import { clockVisit } from "./actions";

type Type = "arrivee" | "depart";
type Props = { params: Promise<{ id: string; type: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("terrain.clock");
  return { title: (await params).type === "depart" ? t("leaveTitle") : t("arriveTitle") };
}

/** The step between the button and the record: it says which time will be kept, because it cannot be undone. */
export default async function Clock({ params }: Props) {
  const { id, type } = await params;
  if (type !== "arrivee" && type !== "depart") notFound();
  const area = await fieldArea(`/terrain/visites/${id}/pointage/${type}`);
  const [t, visit] = await Promise.all([getTranslations("terrain.clock"), load(readPrestation, { id })]);
  const isOpen = clockingOf(visit, area.words.now).act === type;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={type === "arrivee" ? t("arriveTitle") : t("leaveTitle")}
        description={
          <>
            <span className="block text-lg font-medium text-ink">
              <bdi>{visit.client.nom}</bdi>
            </span>
            {t("planned", {
              hours: formatTimeRange(new Date(visit.date), new Date(visit.fin), {
                ...area.words,
                timeZone: visit.fuseau,
              }),
            })}
          </>
        }
        back={{ href: `/terrain/visites/${id}`, label: t("back") }}
      />
      {isOpen ? <ClockForm visit={visit} type={type} area={area} /> : <Closed visit={visit} area={area} />}
    </div>
  );
}

async function ClockForm({ visit, type, area }: { visit: Prestation; type: Type; area: FieldArea }) {
  const [t, ui] = await Promise.all([getTranslations("terrain.clock"), getTranslations("ui")]);
  const { now } = area.words;
  const since = clocked(visit.pointages, "arrivee");
  return (
    <ActionForm action={clockVisit} aria-label={type === "arrivee" ? t("arriveTitle") : t("leaveTitle")}>
      <input type="hidden" name="id" value={visit.id} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="affiche" value={now.toISOString()} />
      <ClockTime
        time={formatTime(now, { ...area.words, timeZone: visit.fuseau })}
        words={{
          recorded: t("recorded"),
          wrong: t("wrong"),
          field: type === "arrivee" ? t("arriveTime") : t("leaveTime"),
          help: t("wrongHelp"),
        }}
      />
      {type === "depart" && since ? (
        <p className="text-center text-lg">
          {t("stayed", {
            since: formatTime(since, { ...area.words, timeZone: visit.fuseau }),
            time: formatHours(minutesBetween(since, now), area.words),
          })}
        </p>
      ) : null}
      <PositionField
        words={{
          label: t("position"),
          help: t("positionHelp"),
          searching: t("positionSearching"),
          found: t("positionFound"),
          failed: t("positionFailed"),
        }}
      />
      <p className="text-ink-muted">{t("final")}</p>
      <SubmitButton size="lg" className="min-h-16 w-full text-xl">
        {type === "arrivee" ? t("arriveTitle") : t("leaveTitle")}
      </SubmitButton>
      <LinkButton href={`/terrain/visites/${visit.id}`} variant="ghost" className="w-full">
        {ui("goBack")}
      </LinkButton>
    </ActionForm>
  );
}

/** Opened again after the act, or too early: says how things stand and leads on. */
async function Closed({ visit, area }: { visit: Prestation; area: FieldArea }) {
  const [t, tVisit] = await Promise.all([getTranslations("terrain.clock"), getTranslations("terrain.visit")]);
  const clocking = clockingOf(visit, area.words.now);
  const zoned = { ...area.words, timeZone: visit.fuseau };
  return (
    <div className="space-y-5">
      <Notice tone="info" title={t("closed")}>
        {clocking.act === "wait"
          ? tVisit("arriveFrom", { time: formatTime(clocking.from, zoned) })
          : t("closedHelp")}
      </Notice>
      <LinkButton href={`/terrain/visites/${visit.id}`} className="w-full">
        {t("back")}
      </LinkButton>
    </div>
  );
}
