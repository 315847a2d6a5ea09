import { useTranslations } from "next-intl";
import type { Relative } from "@/lib/i18n/format";
import { formatTimeRange } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { VisitState } from "../prestations/visit-state";
import { hoursText } from "../prestations/visit-words";
import { Card } from "../ui/card";
import { TextLink } from "../ui/text-link";
import { ClockAct, type Clocking } from "./clock-act";
import { VisitPlace } from "./visit-place";

/** The visit to act on, whole: when, who, where, how to get in, and the one act that comes next. */
export function VisitNow({
  visit,
  clocking,
  moment,
  words,
}: {
  visit: Prestation;
  clocking: Clocking;
  /** Where we are in it, e.g. "in 25 min" or "since 9:02". */
  moment: string;
  words: Relative;
}) {
  const t = useTranslations("terrain.visit");
  const zoned = { ...words, timeZone: visit.fuseau };
  const isRunning = visit.statut === "en_cours";
  return (
    <Card as="section" className="relative shadow-card">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold text-accent-text">{isRunning ? t("running") : t("next")}</h2>
        <VisitState visit={visit} />
      </div>
      <p className="mt-2 text-4xl font-bold tracking-tight tabular-nums">
        <time dateTime={visit.date}>{formatTimeRange(new Date(visit.date), new Date(visit.fin), zoned)}</time>
      </p>
      {moment ? <p className="mt-0.5 text-lg font-medium text-warm-text">{moment}</p> : null}
      <p className="mt-3 text-2xl font-semibold">
        <bdi>{visit.client.nom}</bdi>
      </p>
      <p className="mb-4 text-lg text-ink-muted">
        {t("service", { service: visit.libelle, hours: hoursText(visit.duree, words) })}
      </p>
      <VisitPlace visit={visit} />
      <p className="mt-3 mb-2">
        <TextLink
          href={`/terrain/visites/${visit.id}`}
          className="inline-flex min-h-11 scroll-mb-44 items-center"
        >
          {t("seeAll")}
        </TextLink>
      </p>
      <div className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-10 -mx-2 rounded-card bg-raised p-2 md:static md:mx-0 md:p-0">
        <ClockAct visitId={visit.id} clocking={clocking} words={zoned} />
      </div>
    </Card>
  );
}
