import { ChevronDown } from "lucide-react";
import type { Language } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { VisitRow } from "./visit-row";

/** Visits out of the way but one tap near; nothing at all when there are none. */
export function FoldedVisits({
  title,
  visits,
  words,
  isOpen = false,
}: {
  title: string;
  visits: Prestation[];
  words: Language;
  isOpen?: boolean;
}) {
  if (visits.length === 0) return null;
  return (
    <details
      open={isOpen}
      className="group overflow-hidden rounded-card border border-line bg-raised shadow-card"
    >
      <summary className="flex min-h-13 cursor-pointer list-none items-center gap-3 px-4 font-semibold -outline-offset-2 hover:bg-surface [&::-webkit-details-marker]:hidden">
        <span className="flex-1">{title}</span>
        <ChevronDown aria-hidden className="size-5 text-ink-muted group-open:rotate-180" />
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {visits.map((visit) => (
          <li key={visit.id}>
            <VisitRow visit={visit} words={words} />
          </li>
        ))}
      </ul>
    </details>
  );
}
