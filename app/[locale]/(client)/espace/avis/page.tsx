import { MessageSquareHeart, MessageSquareText, Star } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ReviewWords } from "@/components/avis/review-words";
import { visitWhen } from "@/components/prestations/visit-words";
import { Card } from "@/components/ui/card";
import { ChoiceList } from "@/components/ui/choice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { listDossiers } from "@/lib/avis/list-dossiers";
import type { AvisDossier } from "@/lib/avis/schemas";
import { load, searchInput } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { type ClientArea, clientArea } from "../area";

export async function generateMetadata() {
  return { title: (await getTranslations("avis.own"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE = 10;
/** Asked about while it is fresh: the latest visits only. */
const ASKED = 10;
const SHOWN = 5;
const RATED = 200;

/** The client's reviews: which visits still want one, then their own with what became of each. */
export default async function OwnReviews({ searchParams }: Props) {
  const area = await clientArea("/espace/avis");
  const { cursor } = searchInput(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("avis.own"),
    load(listDossiers, { limit: PAGE, cursor }),
  ]);
  const pageHref = (to: string | null) => (to ? `/espace/avis?${new URLSearchParams({ cursor: to })}` : null);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="max-w-3xl space-y-10">
        {cursor ? null : <Waiting area={area} />}
        <section aria-labelledby="mes-avis">
          <SectionHeader id="mes-avis" title={t("mine")} />
          {page.results.length === 0 ? (
            <EmptyState icon={<MessageSquareText />} title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          ) : (
            <ul className="space-y-4">
              {page.results.map((one) => (
                <Own key={one.id} review={one} area={area} />
              ))}
            </ul>
          )}
          <Pagination previous={pageHref(page.previous)} next={pageHref(page.next)} />
        </section>
      </div>
    </>
  );
}

async function Waiting({ area }: { area: ClientArea }) {
  const [t, visits, rated] = await Promise.all([
    getTranslations("avis.own"),
    load(listPrestations, { statut: "validee,facturee", ordering: "-date", limit: ASKED }),
    load(listDossiers, { limit: RATED }),
  ]);
  const done = new Set(rated.results.map(({ prestation_id }) => prestation_id));
  const waiting = visits.results.filter(({ id }) => !done.has(id)).slice(0, SHOWN);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="a-noter">
      <SectionHeader id="a-noter" title={t("waiting")} />
      <p className="mb-4 text-ink-muted">{t("waitingHelp")}</p>
      <ChoiceList
        label={t("waiting")}
        items={waiting.map((visit) => ({
          key: visit.id,
          href: `/espace/visites/${visit.id}`,
          leading: <Star aria-hidden className="size-6 text-warm-text" />,
          title: visitWhen(visit, { ...area.words, capitalised: true }),
          description: visit.intervenant
            ? t("serviceWith", { service: visit.libelle, name: visit.intervenant.prenom })
            : visit.libelle,
          trailing: <span className="text-sm font-medium text-accent-text">{t("rate")}</span>,
        }))}
      />
    </section>
  );
}

async function Own({ review, area }: { review: AvisDossier; area: ClientArea }) {
  const [t, tState] = await Promise.all([getTranslations("avis.own"), getTranslations("states.avis")]);
  const day = formatDate(new Date(review.date), {
    ...area.words,
    timeZone: review.fuseau,
    style: "long",
  });
  return (
    <Card as="li" className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 flex-1 basis-48 font-semibold">
          <TextLink href={`/espace/visites/${review.prestation_id}`}>
            {t("ofVisit", { service: review.libelle, day })}
          </TextLink>
        </p>
        <StatusBadge statut={review.statut} label={tState(review.statut)} />
      </div>
      <ReviewWords review={review} />
      {review.statut === "en_attente" ? (
        <LinkButton
          href={`/espace/visites/${review.prestation_id}`}
          size="sm"
          icon={<MessageSquareHeart aria-hidden />}
        >
          {t("change")}
        </LinkButton>
      ) : null}
    </Card>
  );
}
