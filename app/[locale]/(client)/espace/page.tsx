import { CalendarPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AgencyCard } from "@/components/client/agency-card";
import { NextVisit } from "@/components/client/next-visit";
import { type Pending, PendingList } from "@/components/client/pending-list";
import { VisitList } from "@/components/prestations/visit-list";
import { visitWhen } from "@/components/prestations/visit-words";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { listFactures } from "@/lib/factures/list-factures";
import type { FactureSummary } from "@/lib/factures/schemas";
import { civilDay } from "@/lib/foundation/zoned";
import { formatDate } from "@/lib/i18n/format";
import { listPrestations } from "@/lib/prestations/list-prestations";
import type { Prestation } from "@/lib/prestations/schemas";
import { listReservations } from "@/lib/reservations/list-reservations";
import { type ClientArea, clientArea } from "./area";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.nav"))("home") };
}

/** What comes next, what waits for the person, and the way to book. */
export default async function ClientHome() {
  const area = await clientArea("/espace");
  const t = await getTranslations("espace.home");
  const { upcoming, ...rest } = await waiting(area);
  const [next, ...later] = upcoming;
  const pending = await pendingOf(area, rest);
  return (
    <>
      <PageHeader title={t("hello", { name: area.account.nom.split(" ")[0] ?? "" })} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr] lg:items-start">
        <div className="space-y-5">
          <NextVisit visit={next} words={area.words} />
          <LinkButton
            href="/espace/reserver"
            variant="primary"
            size="lg"
            icon={<CalendarPlus aria-hidden />}
            className="w-full"
          >
            {t("book")}
          </LinkButton>
        </div>
        <div className="lg:row-span-2">
          <PendingList items={pending} />
        </div>
        <div className="space-y-8">
          {later.length > 0 ? (
            <section aria-labelledby="suite">
              <SectionHeader
                id="suite"
                title={t("later")}
                actions={<TextLink href="/espace/visites">{t("allVisits")}</TextLink>}
              />
              <VisitList
                label={t("later")}
                visits={later}
                words={area.words}
                hrefOf={(visit) => `/espace/visites/${visit.id}`}
              />
            </section>
          ) : null}
          <AgencyCard agence={area.agence} />
        </div>
      </div>
    </>
  );
}

async function waiting(area: ClientArea) {
  const today = civilDay(area.words.now, area.agence.fuseau);
  const [upcoming, toValidate, asked, issued, partly] = await Promise.all([
    load(listPrestations, {
      statut: "planifiee,confirmee,en_cours",
      date_min: today,
      ordering: "date",
      limit: 4,
    }),
    load(listPrestations, { statut: "realisee", ordering: "date", limit: 5 }),
    load(listReservations, { statut: "demandee", limit: 5 }),
    load(listFactures, { statut: "emise", limit: 5 }),
    load(listFactures, { statut: "partiellement_payee", limit: 5 }),
  ]);
  return {
    upcoming: upcoming.results.filter((visit) => new Date(visit.fin) > area.words.now),
    toValidate: toValidate.results,
    asked: asked.results.map(({ prestation }) => prestation),
    unpaid: [...issued.results, ...partly.results].filter(({ type }) => type === "facture"),
  };
}

type Waiting = { toValidate: Prestation[]; asked: Prestation[]; unpaid: FactureSummary[] };

async function pendingOf(area: ClientArea, waiting: Waiting): Promise<Pending[]> {
  const t = await getTranslations("espace.home");
  const visits = waiting.toValidate.map((visit) => ({
    key: `v${visit.id}`,
    kind: "validate" as const,
    href: `/espace/visites/${visit.id}`,
    title: t("toValidate"),
    detail: t("visitLine", { when: visitWhen(visit, area.words), service: visit.libelle }),
  }));
  const invoices = waiting.unpaid.map((facture) => ({
    key: `f${facture.id}`,
    kind: facture.echue ? ("late" as const) : ("invoice" as const),
    href: `/espace/factures/${facture.id}`,
    title: facture.echue ? t("invoiceLate") : t("invoiceToPay"),
    detail: t("invoiceLine", {
      amount: area.money(facture.reste_a_payer, facture.devise),
      date: facture.echeance ? formatDate(facture.echeance, area.words) : "",
    }),
  }));
  const asked = waiting.asked.map((visit) => ({
    key: `r${visit.id}`,
    kind: "request" as const,
    href: `/espace/visites/${visit.id}`,
    title: t("requestSent"),
    detail: t("visitLine", { when: visitWhen(visit, area.words), service: visit.libelle }),
  }));
  const late = invoices.filter(({ kind }) => kind === "late");
  const due = invoices.filter(({ kind }) => kind !== "late");
  return [...late, ...visits, ...due, ...asked];
}
