import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./link-button";

/** Previous and next page of a list read by cursor. Shows nothing when there is one page only. */
export function Pagination({
  previous,
  next,
  children,
}: {
  previous?: string | null;
  next?: string | null;
  children?: ReactNode;
}) {
  const t = useTranslations("ui");
  if (!previous && !next && !children) return null;
  return (
    <nav aria-label={t("pagination")} className="mt-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-muted">{children}</p>
      <div className="flex gap-2">
        {previous ? (
          <LinkButton href={previous} size="md" icon={<ChevronLeft aria-hidden className="mirror" />}>
            {t("previous")}
          </LinkButton>
        ) : null}
        {next ? (
          <LinkButton href={next} size="md">
            {t("next")}
            <ChevronRight aria-hidden className="mirror" />
          </LinkButton>
        ) : null}
      </div>
    </nav>
  );
}
