import { useTranslations } from "next-intl";
import { formatTime, formatTimeRange, type Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { hoursText } from "../prestations/visit-words";
import { ActionForm } from "../ui/action-form";
import { Card } from "../ui/card";
import type { FormAction } from "../ui/form-state";
import { AnchorButton } from "../ui/link-button";
import { SubmitButton } from "../ui/submit-button";

type Words = Omit<Relative, "timeZone">;

/** A finished visit: planned beside clocked time, and one press to say that all is right. Or a way to say it is not. */
export function ValidationCard({
  visit,
  words,
  action,
  agence,
}: {
  visit: Prestation;
  words: Words;
  action: FormAction;
  agence: { telephone: string; email: string };
}) {
  const t = useTranslations("prestations.validate");
  const subject = encodeURIComponent(t("problemSubject", { id: visit.id, service: visit.libelle }));
  const problemHref = agence.email
    ? `mailto:${agence.email}?subject=${subject}`
    : `tel:${agence.telephone.replace(/[^+\d]/g, "")}`;
  return (
    <Card as="section" tone="warm" className="space-y-4">
      <div>
        <h2 className="text-xl font-semibold">{t("title")}</h2>
        <p className="mt-1">{t("help")}</p>
      </div>
      <Times visit={visit} words={words} />
      <ActionForm action={action} aria-label={t("title")}>
        <input type="hidden" name="id" value={visit.id} />
        <input type="hidden" name="version" value={visit.version} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton size="lg" className="w-full sm:w-auto">
            {t("act")}
          </SubmitButton>
          <AnchorButton href={problemHref} size="lg" className="w-full sm:w-auto">
            {t("problem")}
          </AnchorButton>
        </div>
      </ActionForm>
    </Card>
  );
}

function Times({ visit, words }: { visit: Prestation; words: Words }) {
  const t = useTranslations("prestations.validate");
  const zoned = { ...words, timeZone: visit.fuseau };
  const clock = (type: "arrivee" | "depart") => {
    const found = visit.pointages.find((one) => one.type === type);
    return found ? new Date(found.horodatage) : null;
  };
  const [arrival, departure] = [clock("arrivee"), clock("depart")];
  const done =
    arrival && departure
      ? {
          range: formatTimeRange(arrival, departure, zoned),
          hours: hoursText((departure.getTime() - arrival.getTime()) / 3_600_000, words),
        }
      : arrival
        ? { range: formatTime(arrival, zoned), hours: "" }
        : null;
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <TimeBox
        term={t("planned")}
        range={formatTimeRange(new Date(visit.date), new Date(visit.fin), zoned)}
        hours={hoursText(visit.duree, words)}
      />
      <TimeBox term={t("clocked")} range={done?.range ?? t("notClocked")} hours={done?.hours ?? ""} />
    </dl>
  );
}

function TimeBox({ term, range, hours }: { term: string; range: string; hours: string }) {
  return (
    <div className="rounded-control bg-raised p-3">
      <dt className="text-sm text-ink-muted">{term}</dt>
      <dd>
        <span className="block text-lg font-semibold tabular-nums">{range}</span>
        <span className="text-ink-muted">{hours}</span>
      </dd>
    </div>
  );
}
