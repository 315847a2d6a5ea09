import { useTranslations } from "next-intl";
import type { Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { ChoiceList } from "../ui/choice-list";
import { DateTile } from "./date-tile";
import { VisitState } from "./visit-state";
import { visitWhen } from "./visit-words";

/** Visits as a client reads them: when, what, with whom, and how it stands. */
export function VisitList({
  label,
  visits,
  hrefOf,
  words,
}: {
  label: string;
  visits: Prestation[];
  hrefOf: (visit: Prestation) => string;
  words: Omit<Relative, "timeZone">;
}) {
  const t = useTranslations("prestations");
  return (
    <ChoiceList
      label={label}
      items={visits.map((visit) => ({
        key: visit.id,
        href: hrefOf(visit),
        leading: <DateTile date={new Date(visit.date)} words={{ ...words, timeZone: visit.fuseau }} />,
        title: visitWhen(visit, { ...words, capitalised: true }),
        description: (
          <>
            {visit.intervenant
              ? t("serviceWith", { service: visit.libelle, name: visit.intervenant.prenom })
              : visit.libelle}
            <span className="mt-1.5 block">
              <VisitState visit={visit} />
            </span>
          </>
        ),
      }))}
    />
  );
}
