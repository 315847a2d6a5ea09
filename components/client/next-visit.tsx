import { CalendarHeart } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { DateTime } from "../i18n/date-time";
import { VisitState } from "../prestations/visit-state";
import { addressLines } from "../prestations/visit-words";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";

/** The next visit, large enough to be read at arm's length. */
export function NextVisit({
  visit,
  words,
}: {
  visit: Prestation | undefined;
  words: Omit<Relative, "timeZone">;
}) {
  const t = useTranslations("espace.home");
  if (!visit)
    return (
      <EmptyState icon={<CalendarHeart />} title={t("noVisit")}>
        {t("noVisitHelp")}
      </EmptyState>
    );
  return (
    <Card as="section" tone="accent">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium text-accent-text">{t("nextVisit")}</h2>
        <VisitState visit={visit} />
      </div>
      <p className="mt-2 text-2xl font-semibold sm:text-3xl">
        <DateTime
          style="relative"
          capitalised
          value={new Date(visit.date)}
          end={new Date(visit.fin)}
          now={words.now}
          timeZone={visit.fuseau}
          region={words.region}
        />
      </p>
      <p className="mt-1 text-lg">
        {visit.intervenant
          ? t("serviceWith", { service: visit.libelle, name: visit.intervenant.prenom })
          : visit.libelle}
      </p>
      {visit.adresse ? (
        <p className="mt-1 text-ink-muted">
          <bdi>{addressLines(visit.adresse).join(", ")}</bdi>
        </p>
      ) : null}
      <LinkButton href={`/espace/visites/${visit.id}`} className="mt-5 w-full sm:w-auto">
        {t("seeVisit")}
      </LinkButton>
    </Card>
  );
}
