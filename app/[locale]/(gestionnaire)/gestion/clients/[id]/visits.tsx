import { getTranslations } from "next-intl/server";
import { clientVisitColumns } from "@/components/clients/visit-columns";
import { visitWhen } from "@/components/prestations/visit-words";
import { ChoiceList } from "@/components/ui/choice-list";
import { DataTable } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { ClientFile } from "@/lib/clients/schemas";
import { load } from "@/lib/delivery/page";
import { listPrestations } from "@/lib/prestations/list-prestations";
import type { Prestation } from "@/lib/prestations/schemas";
import { listReservations } from "@/lib/reservations/list-reservations";
import type { GestionArea } from "../../area";

type Part = { client: ClientFile; area: GestionArea };

const SHOWN = 6;

/** Requests of the client that wait for an answer; nothing when there are none. */
export async function Requests({ client, area }: Part) {
  const [t, tStates, page] = await Promise.all([
    getTranslations("clients.file"),
    getTranslations("states.reservation"),
    load(listReservations, { client_id: client.id, statut: "demandee", limit: 10 }),
  ]);
  if (page.results.length === 0) return null;
  return (
    <section aria-labelledby="demandes">
      <SectionHeader id="demandes" title={t("requests")} />
      <ChoiceList
        label={t("requests")}
        items={page.results.map(({ id, prestation }) => ({
          key: id,
          href: `/gestion/demandes/${id}`,
          title: visitWhen(prestation, { ...area.words, capitalised: true }),
          description: prestation.libelle,
          trailing: <StatusBadge statut="demandee" label={tStates("demandee")} />,
        }))}
      />
    </section>
  );
}

/** What comes and what was, nearest first. */
export async function Visits({ client, area }: Part) {
  const { today } = area;
  const [t, upcoming, past] = await Promise.all([
    getTranslations("clients.file"),
    load(listPrestations, {
      client_id: client.id,
      statut: "planifiee,confirmee,en_cours",
      date_min: today,
      ordering: "date",
      limit: SHOWN,
    }),
    load(listPrestations, {
      client_id: client.id,
      statut: "realisee,validee,facturee,annulee",
      date_max: today,
      ordering: "-date",
      limit: SHOWN,
    }),
  ]);
  return (
    <>
      <section aria-labelledby="avenir">
        <SectionHeader
          id="avenir"
          title={t("upcoming")}
          actions={
            <LinkButton size="sm" href={`/gestion/visites?vue=toutes&client_id=${client.id}`}>
              {t("allVisits")}
            </LinkButton>
          }
        />
        <VisitTable visits={upcoming.results} area={area} caption={t("upcoming")} empty={t("noUpcoming")} />
      </section>
      <section aria-labelledby="passees">
        <SectionHeader
          id="passees"
          title={t("past")}
          actions={
            past.next ? (
              <TextLink href={`/gestion/visites?vue=toutes&client_id=${client.id}`}>{t("more")}</TextLink>
            ) : null
          }
        />
        <VisitTable visits={past.results} area={area} caption={t("past")} empty={t("noPast")} />
      </section>
    </>
  );
}

async function VisitTable({
  visits,
  area,
  caption,
  empty,
}: {
  visits: Prestation[];
  area: GestionArea;
  caption: string;
  empty: string;
}) {
  const t = await getTranslations("clients.file");
  return (
    <DataTable
      caption={caption}
      columns={clientVisitColumns({
        words: area.words,
        money: area.money,
        headers: {
          when: t("when"),
          service: t("service"),
          person: t("person"),
          state: t("state"),
          price: t("price"),
          nobody: t("nobody"),
        },
      })}
      rows={visits}
      rowKey={(visit) => visit.id}
      empty={<p className="text-ink-muted">{empty}</p>}
    />
  );
}
