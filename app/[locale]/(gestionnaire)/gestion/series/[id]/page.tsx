import { CircleStop, Pencil } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { visitColumns } from "@/components/gestion/visit-columns";
import { SerieFacts } from "@/components/series/serie-facts";
import { SerieState } from "@/components/series/serie-state";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DataTable } from "@/components/ui/data-table";
import { DatePicker } from "@/components/ui/date-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { NumberField } from "@/components/ui/number-field";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TimeField } from "@/components/ui/time-field";
import { load, searchInput } from "@/lib/delivery/page";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { empechementWords } from "@/lib/plannings/series/phrases";
import { readSerie } from "@/lib/plannings/series/read-serie";
import type { Serie } from "@/lib/plannings/series/schemas";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { type GestionArea, gestionArea } from "../../area";
import { changeSerie, endSerie } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("series.one"))("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One series: its rule in words, its next visits, and what may be done with it. */
export default async function SeriePage({ params, searchParams }: Props) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams.then(searchInput)]);
  const area = await gestionArea(`/gestion/series/${id}`);
  const [t, tSeries, serie] = await Promise.all([
    getTranslations("series.one"),
    getTranslations("series"),
    load(readSerie, { id }),
  ]);
  return (
    <>
      <PageHeader
        title={serie.en_clair}
        description={<bdi>{`${serie.client.nom} · ${serie.libelle}`}</bdi>}
        back={{ href: "/gestion/series", label: t("back") }}
        badge={<SerieState statut={serie.statut} label={tSeries(`statut.${serie.statut}`)} />}
        actions={serie.statut === "active" ? <Acts serie={serie} area={area} /> : null}
      />
      <div className="space-y-8">
        {fait === "creee" ? (
          <Notice tone="success" live>
            {t("created")}
          </Notice>
        ) : null}
        {serie.arret ? (
          <Notice tone="warning" title={t("stoppedOn")}>
            <bdi>{serie.arret.motif}</bdi>
          </Notice>
        ) : null}
        <SerieFacts serie={serie} words={area.words} />
        <NextVisits serie={serie} area={area} />
      </div>
    </>
  );
}

const SHOWN = 20;

async function NextVisits({ serie, area }: { serie: Serie; area: GestionArea }) {
  const [t, tList, page] = await Promise.all([
    getTranslations("series.one"),
    getTranslations("plannings.list"),
    load(listPrestations, {
      serie_id: serie.id,
      statut: "planifiee,confirmee,en_cours",
      date_min: area.today,
      ordering: "date",
      limit: SHOWN,
    }),
  ]);
  const names = ["when", "client", "service", "person", "state", "price", "nobody"] as const;
  const tables = Object.fromEntries(names.map((name) => [name, tList(name)])) as Record<
    (typeof names)[number],
    string
  >;
  const columns = visitColumns({ words: area.words, money: area.money, tables }).filter(
    ({ key }) => key !== "client" && key !== "service",
  );
  return (
    <section aria-labelledby="visites">
      <SectionHeader id="visites" title={t("next")} />
      <DataTable
        caption={t("next")}
        columns={[
          ...columns,
          {
            key: "why",
            header: t("remark"),
            cell: ({ serie: own, intervenant }) =>
              own?.empechement && !intervenant
                ? t("unassigned", {
                    name: serie.intervenant?.prenom ?? "",
                    why: empechementWords(area.words.locale, own.empechement),
                  })
                : own?.modifiee
                  ? t("byHand")
                  : "",
          },
        ]}
        rows={page.results}
        rowKey={(visit) => visit.id}
        empty={<EmptyState title={t("noNext")}>{t("noNextHelp")}</EmptyState>}
      />
    </section>
  );
}

const ALL = 200;

async function Acts({ serie, area }: { serie: Serie; area: GestionArea }) {
  const [t, tCreate, people] = await Promise.all([
    getTranslations("series.one"),
    getTranslations("series.create"),
    load(listIntervenants, { agence_id: serie.agence_id, actif: true, limit: ALL }),
  ]);
  const fields = { id: serie.id, version: serie.version };
  const from = (
    <DatePicker name="du" label={t("from")} isRequired defaultValue={area.today} minValue={area.today} />
  );
  return (
    <>
      <ConfirmAction
        label={t("change")}
        icon={<Pencil aria-hidden />}
        action={changeSerie}
        fields={fields}
        title={t("changeTitle")}
        consequence={t("changeTold")}
        confirmLabel={t("changeConfirm")}
        variant="primary"
        look="secondary"
      >
        {from}
        <TimeField name="heure" label={tCreate("time")} isRequired defaultValue={serie.heure} />
        <NumberField
          name="duree"
          label={tCreate("duration")}
          isRequired
          defaultValue={serie.duree}
          minValue={0.25}
          maxValue={12}
          step={0.25}
          suffix={tCreate("hours")}
        />
        <Select
          name="intervenant_id"
          label={tCreate("person")}
          isRequired={false}
          defaultValue={serie.intervenant_id === null ? undefined : String(serie.intervenant_id)}
          placeholder={tCreate("nobody")}
          options={people.results.map(({ id, prenom, nom }) => ({
            value: String(id),
            label: `${prenom} ${nom}`.trim(),
          }))}
        />
      </ConfirmAction>
      <ConfirmAction
        label={t("stop")}
        icon={<CircleStop aria-hidden />}
        action={endSerie}
        fields={fields}
        title={t("stopTitle")}
        consequence={t("stopTold")}
        confirmLabel={t("stopConfirm")}
        variant="danger"
        look="ghost"
      >
        {from}
        <TextArea name="motif" label={t("reason")} isRequired rows={2} maxLength={500} />
      </ConfirmAction>
      <LinkButton href={`/gestion/series/nouvelle?client_id=${serie.client_id}`}>{t("another")}</LinkButton>
    </>
  );
}
