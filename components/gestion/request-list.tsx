import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatRelativeRange, type Relative } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import type { DemandeEnAttente } from "@/lib/rapports/schemas";
import { Expiry } from "./expiry";

/** The requests that expire first, each one a link to its answer. */
export function RequestList({ requests, words }: { requests: DemandeEnAttente[]; words: Relative }) {
  const t = useTranslations("dashboard.requests");
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised shadow-card">
      {requests.map((request) => (
        <li key={request.id}>
          <Link
            href={`/gestion/demandes/${request.id}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface sm:flex-nowrap"
          >
            <span className="min-w-0 flex-1 basis-60">
              <span className="block truncate font-semibold">
                <bdi>{request.client}</bdi>
              </span>
              <span className="block text-sm text-ink-muted">
                {t("line", {
                  service: request.libelle,
                  when: formatRelativeRange(new Date(request.date), new Date(request.fin), {
                    ...words,
                    timeZone: request.fuseau,
                  }),
                })}
              </span>
            </span>
            <span className="text-sm">
              {request.intervenant ? (
                <bdi>{request.intervenant}</bdi>
              ) : (
                <span className="text-ink-muted">{t("nobody")}</span>
              )}
            </span>
            <Expiry until={new Date(request.expire_le)} words={words} />
            <ChevronRight aria-hidden className="mirror hidden size-4 text-ink-muted sm:block" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
