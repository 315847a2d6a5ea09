import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/clients/visit-columns";
import { VisitState } from "@/components/prestations/visit-state";
import { hoursText } from "@/components/prestations/visit-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SectionHeader } from "@/components/ui/section-header";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { formatHours } from "@/lib/i18n/format";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import { readPlanning } from "@/lib/plannings/read-planning";
import type { Prestation } from "@/lib/prestations/schemas";
import type { GestionArea } from "../../area";

/** This week: hours planned beside those of the contract, and the visits that are left. */
export async function Week({ person, area }: { person: IntervenantShape; area: GestionArea }) {
  const [t, planning] = await Promise.all([
    getTranslations("intervenants.gestion.file"),
    load(readPlanning, { intervenant_id: person.id }),
  ]);
  const live = planning.prestations.filter(({ statut }) => statut !== "annulee");
  const ahead = live.filter(({ fin }) => new Date(fin) > area.words.now);
  const planned = planning.intervenants[0]?.heures_prevues_min ?? 0;
  const contract = Math.round(person.contrat.heures_semaine * 60);
  const hint =
    planned > contract ? t("over", hours(planned - contract)) : t("left", hours(contract - planned));
  function hours(minutes: number) {
    return { hours: formatHours(minutes, area.words) };
  }
  return (
    <section aria-labelledby="semaine">
      <SectionHeader id="semaine" title={t("week")} />
      <div className="mb-4 grid gap-4 sm:grid-cols-2">
        <Stat
          label={t("planned")}
          value={formatHours(planned, area.words)}
          hint={`${t("ofContract", hours(contract))} · ${hint}`}
          tone={planned > contract ? "attention" : "plain"}
        />
        <Stat
          label={t("visitsAhead")}
          value={ahead.length}
          hint={t("visitsOfWeek", { count: live.length })}
        />
      </div>
      <DataTable
        caption={t("visitsAhead")}
        columns={await columns(area)}
        rows={ahead}
        rowKey={(visit) => visit.id}
        empty={<p className="text-ink-muted">{t("noVisitAhead")}</p>}
      />
    </section>
  );
}

async function columns({ words }: GestionArea): Promise<Column<Prestation>[]> {
  const t = await getTranslations("intervenants.gestion.file");
  return [
    {
      key: "date",
      header: t("when"),
      primary: true,
      cell: (visit) => (
        <TextLink href={`/gestion/visites/${visit.id}`} prefetch={false}>
          <Moment visit={visit} words={words} />
        </TextLink>
      ),
    },
    { key: "client", header: t("client"), cell: (visit) => <bdi>{visit.client.nom}</bdi> },
    {
      key: "service",
      header: t("service"),
      cell: (visit) => (
        <>
          {visit.libelle}
          <span className="whitespace-nowrap text-ink-muted"> · {hoursText(visit.duree, words)}</span>
        </>
      ),
    },
    { key: "commune", header: t("where"), cell: (visit) => <bdi>{visit.adresse?.commune}</bdi> },
    { key: "state", header: t("state"), cell: (visit) => <VisitState visit={visit} /> },
  ];
}
