import { Download, History as HistoryIcon, SearchX, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { HistoryForm } from "@/components/oversight/history-form";
import { HistoryTimeline } from "@/components/oversight/history-timeline";
import { type HistoryWords, historyObjectLabel } from "@/components/oversight/history-words";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { AnchorButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SectionHeader } from "@/components/ui/section-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { find, load, pageContext } from "@/lib/delivery/page";
import { listAgences } from "@/lib/organisation/list-agences";
import { readHistory } from "@/lib/oversight/read-history";
import type { HistoryObject } from "@/lib/oversight/schemas-history";
import { verifyObject } from "./actions";

type Asked = Record<string, string>;
type Props = {
  /** Where this page stands, `/audit/historique`. */
  base: string;
  input: Asked;
  back?: { href: string; label: string };
  /** Files of this history, by the name on their button. */
  files: (query: URLSearchParams) => readonly { label: string; href: string }[];
  /** The reader sees the whole log: further kinds of objects, and each entry's own page. */
  isWhole: boolean;
};

/** Everything that happened to one object, and to what belongs to it. */
export async function History(props: Props) {
  const { base, input, back, isWhole } = props;
  const { objet, objet_id: number } = input;
  const words = await historyWords();
  const { t, audit } = words;
  const found = objet && number ? await find(readHistory, { ...input, limit: 50 }) : undefined;
  const title = found ? t("of", { object: titleOf(found.objets, words) }) : t("title");
  return (
    <>
      <PageHeader
        title={<bdi>{title}</bdi>}
        description={t("lead")}
        back={back}
        actions={found && objet && number ? <Files {...props} objet={objet} number={number} /> : null}
      />
      <HistoryForm objet={objet} number={number} isWhole={isWhole} />
      {found && objet && number ? (
        <>
          <Verify objet={objet} number={number} />
          <Objects objets={found.objets} base={base} audit={audit} />
          <Events found={found} words={words} {...props} />
        </>
      ) : (
        <Nothing isAsked={found === null} />
      )}
    </>
  );
}

/** What the title of the browser says of it. */
export async function historyTitle(): Promise<string> {
  return (await getTranslations("historique"))("title");
}

async function historyWords(): Promise<HistoryWords> {
  const [t, audit, states, { locale }, { results }] = await Promise.all([
    getTranslations("historique"),
    getTranslations("audit"),
    getTranslations("states"),
    pageContext(),
    load(listAgences, { limit: 200 }),
  ]);
  const devises = new Map(results.map(({ id, devise }) => [id, devise]));
  return {
    t,
    audit,
    states,
    zoned: { locale, timeZone: "Europe/Paris" },
    deviseOf: (agenceId) => devises.get(agenceId ?? 0) ?? results[0]?.devise ?? "EUR",
  };
}

function titleOf(objets: readonly HistoryObject[], { audit }: HistoryWords): string {
  return objets
    .filter(({ demande }) => demande)
    .map(({ type, id }) => historyObjectLabel(`${type}:${id}`, objets, audit))
    .join(", ");
}

const hrefOf = (base: string, { type, id }: Pick<HistoryObject, "type" | "id">) =>
  `${base}?${new URLSearchParams({ objet: type, objet_id: id })}`;

async function Nothing({ isAsked }: { isAsked: boolean }) {
  const t = await getTranslations("historique");
  return isAsked ? (
    <EmptyState icon={<SearchX />} title={t("none")}>
      {t("noneHelp")}
    </EmptyState>
  ) : (
    <EmptyState icon={<HistoryIcon />} title={t("choose")}>
      {t("chooseHelp")}
    </EmptyState>
  );
}

function Files({ files, objet, number }: Props & { objet: string; number: string }): ReactNode {
  return files(new URLSearchParams({ objet, objet_id: number })).map(({ label, href }) => (
    <AnchorButton key={href} href={href} icon={<Download aria-hidden />} download>
      {label}
    </AnchorButton>
  ));
}

async function Verify({ objet, number }: { objet: string; number: string }) {
  const t = await getTranslations("historique");
  return (
    <ActionForm action={verifyObject} aria-label={t("verify")} className="mb-6 space-y-3">
      <input type="hidden" name="objet" value={objet} />
      <input type="hidden" name="objet_id" value={number} />
      <SubmitButton variant="secondary" icon={<ShieldCheck aria-hidden />}>
        {t("verify")}
      </SubmitButton>
    </ActionForm>
  );
}

type Related = { objets: readonly HistoryObject[]; base: string; audit: HistoryWords["audit"] };

/** Several objects under one number, and what belongs to them: each leads to its own history. */
async function Objects({ objets, base, audit }: Related) {
  const t = await getTranslations("historique");
  const roots = objets.filter(({ demande }) => demande);
  const related = objets.filter(({ demande }) => !demande);
  const links = (list: readonly HistoryObject[]) => (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {list.map((one) => (
        <li key={`${one.type}:${one.id}`}>
          <TextLink href={hrefOf(base, one)}>
            <bdi>{historyObjectLabel(`${one.type}:${one.id}`, objets, audit)}</bdi>
          </TextLink>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {roots.length > 1 ? (
        <div className="mb-6">
          <Notice tone="info" title={t("several")}>
            <p>{t("severalHelp")}</p>
            {links(roots)}
          </Notice>
        </div>
      ) : null}
      {related.length > 0 ? (
        <section aria-labelledby="lies" className="mb-8">
          <SectionHeader id="lies" title={t("related")} />
          {links(related)}
        </section>
      ) : null}
    </>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof readHistory>>>;

async function Events({ found, words, base, input, isWhole }: Props & { found: Found; words: HistoryWords }) {
  const { t } = words;
  const { cursor: _cursor, ordering, ...asked } = input;
  const isNewestFirst = ordering === "-id";
  const turned = new URLSearchParams(isNewestFirst ? asked : { ...asked, ordering: "-id" });
  const href = (cursor: string | null) =>
    cursor
      ? `${base}?${new URLSearchParams({ ...asked, ...(ordering && { ordering }), cursor })}`
      : undefined;
  if (found.results.length === 0)
    return (
      <EmptyState icon={<HistoryIcon />} title={t("empty")}>
        {t("emptyHelp")}
      </EmptyState>
    );
  return (
    <section aria-labelledby="evenements">
      <SectionHeader
        id="evenements"
        title={t("events")}
        actions={
          <TextLink href={`${base}?${turned}`}>{t(isNewestFirst ? "oldestFirst" : "newestFirst")}</TextLink>
        }
      />
      <HistoryTimeline entries={found.results} objets={found.objets} words={words} isLinked={isWhole} />
      <Pagination previous={href(found.previous)} next={href(found.next)} />
    </section>
  );
}
