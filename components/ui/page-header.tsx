import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";

/** Title of a page with its way back, one sentence, a badge beside the title, and its main acts. */
export function PageHeader({
  title,
  description,
  badge,
  back,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  badge?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 sm:mb-8">
      {back ? (
        <Link
          href={back.href}
          className="-ms-1.5 mb-1 inline-flex min-h-11 items-center gap-1 pe-2 text-ink-muted hover:text-accent-text"
        >
          <ChevronLeft aria-hidden className="mirror size-5" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl font-semibold tracking-tight sm:text-3xl">
            {title}
            {badge}
          </h1>
          {description ? <p className="mt-1.5 max-w-prose text-ink-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </header>
  );
}
