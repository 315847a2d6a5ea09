import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatRelativeDay, formatTime, type Relative } from "@/lib/i18n/format";
import type { ConflitLu } from "@/lib/plannings/conflits/schemas";
import { Badge } from "../ui/badge";
import { TextLink } from "../ui/text-link";

const looks = {
  bloquant: { tone: "danger", Icon: CircleAlert },
  avertissement: { tone: "warning", Icon: TriangleAlert },
} as const;

/** The conflicts of a week, each with its visits to open; one line until it is opened. */
export function ConflictList({
  conflicts,
  words,
  hrefOf,
}: {
  conflicts: readonly ConflitLu[];
  words: Relative;
  hrefOf: (id: number) => string;
}) {
  const t = useTranslations("conflits");
  return (
    <details className="mb-5 rounded-card border border-line bg-raised print:hidden">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 font-semibold">
        <TriangleAlert aria-hidden className="size-5 text-warning-text" />
        {t("title")}
        <Badge tone="warning">{t("count", { count: conflicts.length })}</Badge>
      </summary>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto border-t border-line px-4">
        {conflicts.map((conflict) => {
          const { tone, Icon } = looks[conflict.gravite];
          return (
            <li key={`${conflict.code} ${conflict.visites.map(({ id }) => id).join(" ")}`} className="py-2.5">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone={tone} icon={<Icon aria-hidden />}>
                  {t(`gravite.${conflict.gravite}`)}
                </Badge>
                <span className="min-w-0 flex-1 basis-56">
                  <bdi>{conflict.phrase}</bdi>
                </span>
              </div>
              <ul className="flex flex-wrap gap-x-4">
                {conflict.visites.map((visit) => (
                  <li key={visit.id}>
                    <TextLink
                      href={hrefOf(visit.id)}
                      prefetch={false}
                      className="tap inline-flex items-center"
                    >
                      {t("visit", { when: whenOf(visit, words), client: visit.client.nom })}
                    </TextLink>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function whenOf({ date }: ConflitLu["visites"][number], words: Relative): string {
  const start = new Date(date);
  return `${formatRelativeDay(start, words)} ${formatTime(start, words)}`;
}
