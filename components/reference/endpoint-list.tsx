import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import type { Resource } from "./reference";
import { VerbPath } from "./verb-path";

/** Every address of the API, by resource, each with what it does. */
export function EndpointList({
  locale,
  language,
  resources,
}: {
  locale: Locale;
  /** Of the summaries. */
  language: "fr" | "en";
  resources: readonly Resource[];
}) {
  return (
    <div className="space-y-8">
      {resources.map(({ name, endpoints }) => (
        <section key={name} aria-labelledby={`ressource-${name}`}>
          <h3 id={`ressource-${name}`} className="mb-2 text-lg font-semibold">
            <bdi dir="ltr">{name}</bdi>
          </h3>
          <ul className="divide-y divide-line border-y border-line">
            {endpoints.map(({ id, verb, path, summary }) => (
              <li key={id}>
                <Link
                  href={`/api/docs/${name}?lang=${locale}#${id}`}
                  prefetch={false}
                  className="grid min-h-11 items-center gap-x-6 gap-y-0.5 py-2 hover:bg-accent-soft sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
                >
                  <VerbPath verb={verb} path={path} inColumn />
                  <span lang={language} className="text-ink-muted">
                    {summary}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
