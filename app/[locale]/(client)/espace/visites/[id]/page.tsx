import { CalendarClock, CalendarX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientReview } from "@/components/avis/client-review";
import { AgencyCard } from "@/components/client/agency-card";
import { ValidationCard } from "@/components/client/validation-card";
import { VisitFacts } from "@/components/client/visit-facts";
import { VisitNotice } from "@/components/client/visit-notice";
import { PriceSummary } from "@/components/prestations/price-summary";
import { VisitState } from "@/components/prestations/visit-state";
import { visitWhen } from "@/components/prestations/visit-words";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { listDossiers } from "@/lib/avis/list-dossiers";
import { load, searchInput } from "@/lib/delivery/page";
import { centsToDecimal, decimalToCents } from "@/lib/foundation/money";
import { formatRelativeDay, formatTime } from "@/lib/i18n/format";
import { readSerie } from "@/lib/plannings/series/read-serie";
import { readPrestation } from "@/lib/prestations/read-prestation";
import type { Prestation } from "@/lib/prestations/schemas";
import { type ClientArea, clientArea } from "../../area";
import { cancelVisit, changeReview, rateVisit, validateVisit } from "./actions";
import { KeepFormer } from "./keep-former";

export async function generateMetadata() {
  return { title: (await getTranslations("prestations.detail"))("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One visit: how it stands, everything about it, and what can be done with it. */
export default async function Visit({ params, searchParams }: Props) {
  const { id } = await params;
  const { fait } = searchInput(await searchParams);
  const area = await clientArea(`/espace/visites/${id}`);
  const [t, visit] = await Promise.all([getTranslations("prestations.detail"), load(readPrestation, { id })]);
  const serie = visit.serie ? await load(readSerie, { id: visit.serie.id }) : null;
  const limit = momentOf(visit.modifiable_jusqua, area, t);
  const former = visit.reservation?.date_precedente
    ? momentOf(visit.reservation.date_precedente, area, t)
    : "";
  return (
    <>
      <PageHeader
        title={visit.libelle}
        description={visitWhen(visit, { ...area.words, capitalised: true })}
        badge={<VisitState visit={visit} />}
        back={{ href: "/espace/visites", label: t("allVisits") }}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)] lg:items-start">
        <div className="space-y-6">
          {fait === "deplacee" ? (
            <Notice tone="success" live>
              {t("moved")}
            </Notice>
          ) : null}
          <VisitNotice
            visit={visit}
            until={visit.reservation ? momentOf(visit.reservation.expire_le, area, t) : ""}
            former={former}
            fee={visit.annulation ? area.money(visit.annulation.frais, visit.devise) : ""}
          >
            {former ? <KeepFormer visit={visit} former={former} /> : null}
          </VisitNotice>
          {visit.statut === "realisee" ? (
            <ValidationCard visit={visit} words={area.words} action={validateVisit} agence={area.agence} />
          ) : null}
          <Review visit={visit} />
          <VisitFacts visit={visit} words={area.words} serie={serie} />
        </div>
        <div className="space-y-6">
          <Card as="section">
            <PriceSummary
              price={area.money(visit.prix_ttc, visit.devise)}
              afterCredit={afterCredit(visit, area)}
            />
          </Card>
          <Changes visit={visit} area={area} limit={limit} />
          <AgencyCard agence={area.agence} subject={t("subject", { id: visit.id, service: visit.libelle })} />
        </div>
      </div>
    </>
  );
}

/** Rated from validation on; shown once invoiced too. */
async function Review({ visit }: { visit: Prestation }) {
  if (visit.statut !== "validee" && visit.statut !== "facturee") return null;
  const { results } = await load(listDossiers, { prestation_id: visit.id, limit: 1 });
  return (
    <ClientReview prestationId={visit.id} review={results[0]} create={rateVisit} update={changeReview} />
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"prestations.detail">>>;

const momentOf = (text: string, area: ClientArea, t: Words) =>
  t("moment", {
    day: formatRelativeDay(new Date(text), area.words),
    time: formatTime(new Date(text), area.words),
  });

function afterCredit(visit: Prestation, area: ClientArea): string | null {
  if (visit.credit_impot_indicatif === null) return null;
  const cents = decimalToCents(visit.prix_ttc) - decimalToCents(visit.credit_impot_indicatif);
  return area.money(centsToDecimal(cents), visit.devise);
}

async function Changes({ visit, area, limit }: { visit: Prestation; area: ClientArea; limit: string }) {
  if (visit.statut !== "planifiee" && visit.statut !== "confirmee") return null;
  const [t, tCancel] = await Promise.all([
    getTranslations("prestations.detail"),
    getTranslations("prestations.cancel"),
  ]);
  if (new Date(visit.modifiable_jusqua) < area.words.now)
    return (
      <Notice tone="info" title={t("tooLate")}>
        {t("tooLateHelp")}
      </Notice>
    );
  const reasons = ["away", "notNeeded", "otherDate", "unwell", "other"] as const;
  return (
    <section aria-label={t("change")} className="space-y-3">
      <p className="text-ink-muted">{t("changeUntil", { until: limit })}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton
          href={`/espace/visites/${visit.id}/deplacer`}
          icon={<CalendarClock aria-hidden />}
          className="w-full sm:w-auto"
        >
          {t("move")}
        </LinkButton>
        <ConfirmAction
          label={tCancel("act")}
          variant="danger"
          look="secondary"
          className="w-full sm:w-auto"
          icon={<CalendarX aria-hidden />}
          action={cancelVisit}
          fields={{ id: visit.id, version: visit.version }}
          title={tCancel("title")}
          consequence={tCancel("consequence", {
            service: visit.libelle,
            when: visitWhen(visit, area.words),
          })}
          confirmLabel={tCancel("confirm")}
        >
          <Select
            name="motif"
            label={tCancel("reason")}
            isRequired
            options={reasons.map((key) => ({
              value: tCancel(`reasons.${key}`),
              label: tCancel(`reasons.${key}`),
            }))}
          />
        </ConfirmAction>
      </div>
    </section>
  );
}
