import type { Locale } from "@/lib/i18n/locales";
import type { RefusalStatus } from "./reference";

export const refusalAnchor = (status: number | string) => `refus-${status}`;

/** The codes of every refused status; each leads to the page that explains it. */
export function RefusalTable({ locale, refusals }: { locale: Locale; refusals: readonly RefusalStatus[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {refusals.map(({ status, codes }) => (
        <div
          key={status}
          id={refusalAnchor(status)}
          className="flex flex-wrap gap-x-6 py-2 target:bg-accent-soft"
        >
          <dt className="w-12 py-1.5 font-semibold tabular-nums">
            <bdi dir="ltr">{status}</bdi>
          </dt>
          <dd dir="ltr" className="flex min-w-0 flex-1 flex-wrap gap-x-5">
            {codes.map((code) => (
              <a
                key={code}
                href={`/${locale}/problemes/${code}`}
                className="inline-flex min-h-9 items-center font-mono text-sm text-accent-text underline decoration-accent-text/35 underline-offset-4 hover:decoration-accent-text"
              >
                {code}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
