import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatTime, type Language } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import type { Prestation } from "@/lib/prestations/schemas";
import { VisitState } from "../prestations/visit-state";
import { cx } from "../ui/cx";

/** A visit in a list of the field area: the hours first, then who and what; one large link. */
export function VisitRow({ visit, words, note }: { visit: Prestation; words: Language; note?: string }) {
  const t = useTranslations("terrain.visit");
  const zoned = { ...words, timeZone: visit.fuseau };
  const off = visit.statut === "annulee";
  const town = visit.adresse?.commune ?? "";
  return (
    <Link
      href={`/terrain/visites/${visit.id}`}
      className="flex min-h-16 items-center gap-4 px-4 py-3 -outline-offset-2 hover:bg-surface"
    >
      <span className={cx("w-14 shrink-0 tabular-nums", off && "line-through")}>
        <span className="block text-lg leading-tight font-semibold">
          {formatTime(new Date(visit.date), zoned)}
        </span>
        <span className="block text-ink-muted">
          <span className="sr-only">{t("until")} </span>
          {formatTime(new Date(visit.fin), zoned)}
        </span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold break-words">
          <bdi>{visit.client.nom}</bdi>
        </span>
        <span className="block text-sm text-ink-muted">
          {town ? t("serviceIn", { service: visit.libelle, town }) : visit.libelle}
        </span>
        {note ? <span className="block text-sm text-ink-muted tabular-nums">{note}</span> : null}
        {visit.statut === "confirmee" ? null : (
          <span className="mt-1.5 block">
            <VisitState visit={visit} />
          </span>
        )}
      </span>
      <ChevronRight aria-hidden className="mirror size-5 shrink-0 text-ink-muted" />
    </Link>
  );
}
