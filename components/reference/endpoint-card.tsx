import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { FieldTable } from "./field-table";
import { Fold } from "./fold";
import type { Reference } from "./reference";
import { refusalAnchor } from "./refusal-table";
import { TryIt } from "./try-it";
import { VerbPath } from "./verb-path";

type Shown = { endpoint: Reference; locale: Locale /** Of the summary. */; language: "fr" | "en" };

/** One endpoint: what it does, for whom, what it takes, what it answers, and a form to try it. */
export function EndpointCard({ endpoint, locale, language }: Shown) {
  const t = useTranslations("reference");
  const { id, verb, path, summary, parameters, body, success, refusals } = endpoint;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-titre`}
      className="scroll-mt-6 space-y-5 rounded-card border border-line bg-raised p-5 shadow-card target:border-accent sm:p-6"
    >
      <header className="space-y-2">
        <VerbPath verb={verb} path={path} />
        <h2 id={`${id}-titre`} lang={language} className="text-xl font-semibold">
          {summary}
        </h2>
        <Roles endpoint={endpoint} />
      </header>
      {parameters.length > 0 ? (
        <Part title={t("parameters")} isOpen={parameters.length <= 6}>
          <FieldTable caption={t("parameters")} fields={parameters} />
        </Part>
      ) : null}
      {body ? (
        <Part title={t("body")} isOpen={body.fields.length <= 12}>
          <Types label={t("accepts")} types={body.types} />
          <FieldTable caption={t("body")} fields={body.fields} />
          <Example text={body.example} />
        </Part>
      ) : null}
      <Part title={`${t("answer")} ${success.status}`}>
        {success.types.length > 0 ? (
          <Types label={t("returns")} types={success.types} />
        ) : (
          <p className="text-ink-muted">{t("empty")}</p>
        )}
        {success.example ? <Example text={success.example} /> : null}
        {success.fields.length > 0 ? <FieldTable caption={t("fields")} fields={success.fields} /> : null}
      </Part>
      <p className="text-sm text-ink-muted">
        {t("mayRefuse")}{" "}
        <bdi dir="ltr" className="inline-flex flex-wrap gap-x-3">
          {refusals.map((status) => (
            <a
              key={status}
              href={`/api/docs?lang=${locale}#${refusalAnchor(status)}`}
              className="inline-flex min-h-9 items-center text-accent-text underline decoration-accent-text/35 underline-offset-4"
            >
              {status}
            </a>
          ))}
        </bdi>
      </p>
      <TryIt verb={verb} path={path} parameters={parameters} types={success.types} body={body?.example} />
    </section>
  );
}

function Roles({ endpoint: { roles, isPublic } }: Pick<Shown, "endpoint">) {
  const [t, common] = [useTranslations("reference"), useTranslations("common")];
  const named = Object.entries(roles).filter(([role]) => role !== "guest");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
      {isPublic ? <li className="font-medium text-ink">{t("public")}</li> : null}
      {named.map(([role, reach]) => (
        <li key={role}>
          <span className="font-medium text-ink">{common(`roles.${role}` as "roles.admin")}</span>
          {" · "}
          {t(`reach.${reach}` as "reach.all")}
        </li>
      ))}
    </ul>
  );
}

function Part({ title, isOpen, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <Fold title={title} isOpen={isOpen} className="border-t border-line">
      <div className="space-y-4 pb-2">{children}</div>
    </Fold>
  );
}

function Types({ label, types }: { label: string; types: readonly string[] }) {
  return (
    <p className="text-sm text-ink-muted">
      {label}{" "}
      <bdi dir="ltr" className="font-mono">
        {types.join(" · ")}
      </bdi>
    </p>
  );
}

function Example({ text }: { text: string }) {
  const t = useTranslations("reference");
  return (
    <figure>
      <figcaption className="mb-1 text-sm text-ink-muted">{t("example")}</figcaption>
      <pre dir="ltr" className="whitespace-pre-wrap break-words rounded-card bg-sunken p-4 text-sm">
        {text}
      </pre>
    </figure>
  );
}
