import { useTranslations } from "next-intl";
import { formatDate, type Language } from "@/lib/i18n/format";
import type { AbsenceShape } from "@/lib/intervenants/schemas";
import { StatusBadge } from "../ui/status-badge";

/** `du` and `au`: first and last civil day. */
export type AbsenceItem = { absence: AbsenceShape; du: string; au: string; isOver: boolean };

/** Absences with what the agency said; those ahead name the visits that someone else must make. */
export function AbsenceList({ items, words }: { items: AbsenceItem[]; words: Language }) {
  const t = useTranslations("terrain.absences");
  const states = useTranslations("states");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-raised shadow-card">
      {items.map(({ absence, du, au, isOver }) => (
        <li key={absence.id} className="px-4 py-3.5">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="font-semibold">
              {du === au
                ? formatDate(du, { ...words, style: "full" })
                : t("fromTo", {
                    from: formatDate(du, { ...words, style: "medium" }),
                    to: formatDate(au, { ...words, style: "medium" }),
                  })}
            </p>
            <StatusBadge statut={absence.statut} label={states(`absence.${absence.statut}`)} />
          </div>
          <p className="text-ink-muted">{states(`typeAbsence.${absence.type}`)}</p>
          {absence.motif ? (
            <p className="whitespace-pre-line">
              <bdi>{absence.motif}</bdi>
            </p>
          ) : null}
          {!isOver &&
          ["demandee", "approuvee"].includes(absence.statut) &&
          absence.prestations_a_remplacer > 0 ? (
            <p className="mt-1 text-warning-text">
              {t("toReplace", { count: absence.prestations_a_remplacer })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
