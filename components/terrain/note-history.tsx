import { useTranslations } from "next-intl";
import { formatDate, type Language } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { SectionHeader } from "../ui/section-header";

/** What the same person noted on earlier visits here, the latest first. */
export function NoteHistory({ visits, words }: { visits: Prestation[]; words: Language }) {
  const t = useTranslations("terrain.note");
  if (visits.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <SectionHeader id="notes" title={t("history")} />
      <ul className="space-y-4 border-s-2 border-line ps-4">
        {visits.map((visit) => (
          <li key={visit.id}>
            <p className="text-sm text-ink-muted">
              <time dateTime={visit.date}>
                {formatDate(new Date(visit.date), { ...words, timeZone: visit.fuseau, style: "full" })}
              </time>
              {` · ${visit.libelle}`}
            </p>
            <p className="whitespace-pre-line">
              <bdi>{visit.note_intervenant}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
