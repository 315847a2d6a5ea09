import { MessageSquareQuote } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ModerationCard } from "@/components/avis/moderation-card";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { TextLink } from "@/components/ui/text-link";
import { LOW_NOTE } from "@/lib/avis/avis";
import { listDossiers } from "@/lib/avis/list-dossiers";
import { load, searchInput } from "@/lib/delivery/page";
import { formatRelativeDay } from "@/lib/i18n/format";
import { gestionArea } from "../area";
import { answerReview, moderateReview } from "./actions";
import { filtersOf, views } from "./filters";

export async function generateMetadata() {
  return { title: (await getTranslations("avis.queue"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const LIST = 20;

/** Clients' reviews: those that wait for their moderator first, low ones marked. */
export default async function ReviewsPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea("/gestion/avis");
  const asked = filtersOf(params);
  const { statut } = asked;
  const isLowOnly = params.basses === "1";
  const [t, tState, page] = await Promise.all([
    getTranslations("avis.queue"),
    getTranslations("states.avis"),
    load(listDossiers, { ...asked, cursor: params.cursor, limit: LIST, count: true }),
  ]);
  const href = (change: Record<string, string>, at = "") =>
    `/gestion/avis${at}?${new URLSearchParams({ statut, ...(isLowOnly ? { basses: "1" } : {}), ...change })}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<ExportButton href={href({}, "/export")} />}
      />
      <TabNav
        label={t("views")}
        items={views.map((one) => ({
          href: `/gestion/avis?statut=${one}`,
          label: tState(one),
          current: one === statut,
          count: one === statut ? page.count : undefined,
        }))}
      />
      <p className="pb-3">
        <TextLink href={isLowOnly ? `/gestion/avis?statut=${statut}` : href({ basses: "1" })}>
          {t(isLowOnly ? "all" : "lowOnly")}
        </TextLink>
      </p>
      {page.results.length === 0 ? (
        <EmptyState
          icon={<MessageSquareQuote />}
          title={t(statut === "en_attente" && !isLowOnly ? "none" : "nothing")}
        >
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 lg:grid-cols-2">
          {page.results.map((review) => (
            <li key={review.id}>
              <ModerationCard
                review={review}
                when={formatRelativeDay(new Date(review.date), { ...area.words, timeZone: review.fuseau })}
                isLow={review.note <= LOW_NOTE}
                acts={{ moderate: moderateReview, answer: answerReview }}
              />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        previous={page.previous && href({ cursor: page.previous })}
        next={page.next && href({ cursor: page.next })}
      />
    </>
  );
}
