import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import {
  exampleProblem,
  extraMembers,
  fieldSentences,
  isProblemCode,
  remedies,
} from "@/lib/delivery/problem-catalogue";
import { type RefusalCode, refusals } from "@/lib/foundation/errors";
import type { Locale } from "@/lib/i18n/locales";

type Props = { params: Promise<{ code: string }> };
type Shown = { code: RefusalCode; locale: Locale };

async function shown(params: Props["params"]): Promise<Shown> {
  const [{ code }, locale] = await Promise.all([params, getLocale() as Promise<Locale>]);
  if (!isProblemCode(code)) notFound();
  return { code, locale };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, locale } = await shown(params);
  return { title: exampleProblem(code, locale).title };
}

/** What the `type` address of a problem document leads to: what happened and what to do. */
export default async function ProblemPage({ params }: Props) {
  const { code, locale } = await shown(params);
  const t = await getTranslations("problemes");
  const problem = exampleProblem(code, locale);
  return (
    <div className="mx-auto max-w-4xl space-y-10 px-4 py-8 sm:px-6 sm:py-12">
      <PageHeader title={problem.title} back={{ href: "/problemes", label: t("back") }} />
      <section aria-labelledby="quoi" className="space-y-2">
        <h2 id="quoi" className="text-xl font-semibold">
          {t("what")}
        </h2>
        <p className="max-w-prose">{problem.detail}</p>
      </section>
      <section aria-labelledby="faire" className="space-y-2">
        <h2 id="faire" className="text-xl font-semibold">
          {t("todo")}
        </h2>
        <p className="max-w-prose">{t(`remedy.${remedies[code][1]}`)}</p>
      </section>
      <Facts code={code} locale={locale} />
      {problem.errors ? <FieldCodes locale={locale} /> : null}
      <section aria-labelledby="exemple" className="space-y-2">
        <h2 id="exemple" className="text-xl font-semibold">
          {t("example")}
        </h2>
        <p className="max-w-prose text-ink-muted">{t("exampleHint")}</p>
        <pre dir="ltr" className="whitespace-pre-wrap break-words rounded-card bg-sunken p-4 text-sm">
          {JSON.stringify(problem, null, 2)}
        </pre>
      </section>
    </div>
  );
}

async function Facts({ code, locale }: Shown) {
  const t = await getTranslations("problemes");
  const status = refusals[code];
  const members = [
    ...(extraMembers[code] ?? []),
    ...(exampleProblem(code, locale).errors ? (["errors"] as const) : []),
    "request_id" as const,
  ];
  const headers = [
    ...(status === 429 || status === 503 || code === "accountLocked" ? [t("header.retryAfter")] : []),
    ...(status === 405 ? [t("header.allow")] : []),
    ...(status === 401 ? [t("header.wwwAuthenticate")] : []),
  ];
  return (
    <DefinitionList
      items={[
        { term: t("status"), value: <bdi dir="ltr">{status}</bdi> },
        { term: t("code"), value: <Code>{code}</Code> },
        {
          term: t("members"),
          value: (
            <ul className="space-y-1">
              {members.map((name) => (
                <li key={name}>
                  <Code>{name}</Code> {t(`member.${name}`)}
                </li>
              ))}
            </ul>
          ),
        },
        ...(headers.length > 0 ? [{ term: t("headers"), value: headers.join(" ") }] : []),
      ]}
    />
  );
}

async function FieldCodes({ locale }: { locale: Locale }) {
  const t = await getTranslations("problemes");
  return (
    <section aria-labelledby="champs" className="space-y-2">
      <h2 id="champs" className="text-xl font-semibold">
        {t("fields")}
      </h2>
      <p className="max-w-prose text-ink-muted">{t("fieldsHint")}</p>
      <DefinitionList
        items={fieldSentences(locale).map(([code, text]) => ({
          key: code,
          term: <Code>{code}</Code>,
          value: text,
        }))}
      />
    </section>
  );
}

function Code({ children }: { children: string }) {
  return (
    <bdi dir="ltr" className="font-mono text-sm">
      {children}
    </bdi>
  );
}
