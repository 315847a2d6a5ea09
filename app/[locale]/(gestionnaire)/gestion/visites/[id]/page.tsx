import { getTranslations } from "next-intl/server";
import { AssignForm } from "@/components/gestion/assign-form";
import { ChoiceNote } from "@/components/gestion/choice-note";
import { TimeCompare } from "@/components/gestion/time-compare";
import { briefOf, VisitActs } from "@/components/gestion/visit-acts";
import { VisitFacts } from "@/components/gestion/visit-facts";
import { VisitHistory } from "@/components/gestion/visit-history";
import { VerifyButton } from "@/components/integrite/verify-button";
import { HistoryLink } from "@/components/oversight/history-link";
import { VisitState } from "@/components/prestations/visit-state";
import { visitWhen } from "@/components/prestations/visit-words";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { load } from "@/lib/delivery/page";
import { listFactures } from "@/lib/factures/list-factures";
import { listRecommandations } from "@/lib/ia/list-recommandations";
import { readSerie } from "@/lib/plannings/series/read-serie";
import { readPrestation } from "@/lib/prestations/read-prestation";
import type { Prestation } from "@/lib/prestations/schemas";
import { verifyOne } from "../../../../integrite/actions";
import { gestionArea } from "../../area";
import { feeOf, visitActions } from "../visit-actions";

export async function generateMetadata() {
  return { title: (await getTranslations("plannings.visit"))("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ fait?: string }>;
};

/** One visit: what was planned, what happened, what is billed, and what may be done now. */
export default async function VisitPage({ params, searchParams }: Props) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/visites/${id}`);
  const [t, visit, { fait }, proposals] = await Promise.all([
    getTranslations("plannings.visit"),
    load(readPrestation, { id }),
    searchParams,
    load(listRecommandations, { prestation_id: id, decidee: true, limit: 1 }),
  ]);
  const isToAssign = isWithoutPerson(visit);
  const invoice = visit.statut === "facturee" ? await invoiceHref(visit) : null;
  return (
    <>
      <PageHeader
        title={<bdi>{visit.client.nom}</bdi>}
        description={t("lead", { service: visit.libelle, when: visitWhen(visit, area.words) })}
        back={{ href: "/gestion/visites", label: t("back") }}
        badge={<VisitState visit={visit} />}
      />
      <div className="space-y-6">
        {fait === "creee" ? (
          <Notice tone="success" live>
            {t("created")}
          </Notice>
        ) : null}
        <MessagesProvider names={["plannings", "propositions"]}>
          <VisitActs
            visit={visit}
            actions={visitActions}
            localNow={area.localNow}
            fee={feeOf(visit, area)}
            hasAssignForm={isToAssign}
          />
        </MessagesProvider>
        {invoice ? (
          <LinkButton href={invoice} variant="primary">
            {t("seeInvoice")}
          </LinkButton>
        ) : null}
        {visit.statut === "validee" ? <Notice tone="success">{t("readyToBill")}</Notice> : null}
        <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
          <VisitFacts
            visit={visit}
            words={area.words}
            price={area.money(visit.prix_ttc, visit.devise)}
            serie={visit.serie ? await load(readSerie, { id: visit.serie.id }) : null}
          />
          <div className={cx("space-y-6", isToAssign && "max-lg:order-first")}>
            {isToAssign ? <WhoGoes visit={visit} /> : null}
            <Card as="section">
              <SectionHeader title={t("times")} />
              <TimeCompare visit={visit} words={area.words} />
              <ChoiceNote proposal={proposals.results[0]} words={area.words} />
            </Card>
            <section aria-labelledby="histoire">
              <SectionHeader id="histoire" title={t("history")} />
              <VisitHistory visit={visit} words={area.words} money={area.money} />
              <div className="mt-4">
                <VerifyButton type="prestation" id={visit.id} action={verifyOne} />
                <HistoryLink type="prestation" id={visit.id} />
              </div>
            </section>
          </div>
        </div>
      </div>
    </>
  );
}

/** Nobody goes yet, and no request waits for its own answer. */
const isWithoutPerson = ({ intervenant, statut, reservation }: Prestation) =>
  intervenant === null &&
  (statut === "planifiee" || statut === "confirmee") &&
  reservation?.statut !== "demandee";

async function WhoGoes({ visit }: { visit: Prestation }) {
  const t = await getTranslations("propositions");
  return (
    <Card as="section">
      <SectionHeader title={t("card")} />
      <MessagesProvider names={["plannings", "propositions"]}>
        <AssignForm
          visit={briefOf(visit)}
          action={visitActions.assign}
          lookup={visitActions.lookup}
          propose={visitActions.propose}
        />
      </MessagesProvider>
    </Card>
  );
}

/** Invoices of the visit's month: the only one, or their list. */
async function invoiceHref(visit: Prestation): Promise<string> {
  const periode = visit.date.slice(0, 7);
  const { results } = await load(listFactures, { client_id: visit.client_id, periode, limit: 5 });
  const [only, ...more] = results.filter(({ type, statut }) => type === "facture" && statut !== "brouillon");
  return only && more.length === 0
    ? `/gestion/factures/${only.id}`
    : `/gestion/factures?client_id=${visit.client_id}&periode=${periode}`;
}
