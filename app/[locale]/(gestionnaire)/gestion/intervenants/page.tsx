import { Plus, UsersRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { intervenantColumns } from "@/components/intervenants/intervenant-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { TableSkeleton } from "@/components/ui/skeleton";
import { load, searchInput } from "@/lib/delivery/page";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { agencyOptions } from "../agencies";
import { type GestionArea, gestionArea } from "../area";
import { filtersOf, listHref } from "./list-address";
import { loadSkills, type Skill } from "./skills";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Part = { params: Record<string, string>; area: GestionArea; skills: Skill[] };

const LIST = 25;

export async function generateMetadata() {
  return { title: (await getTranslations("intervenants.gestion.list"))("title") };
}

/** The people who make the visits: who can do what, where, and how many hours they have. */
export default async function IntervenantsPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea(listHref(params, {}));
  const [t, skills] = await Promise.all([getTranslations("intervenants.gestion.list"), loadSkills()]);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ExportButton href={listHref(params, {}, "/export")} />
            <LinkButton href="/gestion/intervenants/nouveau" variant="primary" icon={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          </>
        }
      />
      <Filters params={params} area={area} skills={skills} />
      <Suspense key={JSON.stringify(params)} fallback={<TableSkeleton rows={10} columns={5} />}>
        <List params={params} area={area} skills={skills} />
      </Suspense>
    </>
  );
}

async function Filters({ params, area, skills }: Part) {
  const [t, tCommon, agencies] = await Promise.all([
    getTranslations("intervenants.gestion.list"),
    getTranslations("common"),
    agencyOptions(area),
  ]);
  const { q, competence, actif, agence_id } = params;
  const isFiltered = Boolean(q || competence || agence_id || (actif && actif !== "true"));
  return (
    <FilterBar
      label={t("search")}
      search={{ value: q, placeholder: t("searchHint") }}
      resetHref={isFiltered ? "/gestion/intervenants" : undefined}
    >
      <Select
        name="competence"
        label={t("skill")}
        placeholder={t("anySkill")}
        defaultValue={competence}
        options={skills.map(({ code, libelle }) => ({ value: code, label: libelle }))}
        className="sm:max-w-64"
      />
      <Select
        name="actif"
        label={tCommon("fields.status")}
        defaultValue={actif ?? "true"}
        options={[
          { value: "true", label: t("active") },
          { value: "false", label: t("inactive") },
          { value: "tous", label: t("everyone") },
        ]}
      />
      {agencies.length > 1 ? (
        <Select
          name="agence_id"
          label={tCommon("fields.agency")}
          placeholder={tCommon("words.all")}
          defaultValue={agence_id}
          options={agencies}
        />
      ) : null}
    </FilterBar>
  );
}

async function List({ params, area, skills }: Part) {
  const [t, tCommon, tStates] = await Promise.all([
    getTranslations("intervenants.gestion.list"),
    getTranslations("common"),
    getTranslations("states.compte"),
  ]);
  const page = await load(listIntervenants, {
    ...filtersOf(params),
    cursor: params.cursor,
    limit: LIST,
    count: true,
  });
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={intervenantColumns({
          words: area.words,
          labelOf: new Map(skills.map(({ code, libelle }) => [code, libelle])),
          more: (count) => t("moreSkills", { count }),
          headers: {
            name: tCommon("fields.name"),
            sector: t("sector"),
            skills: t("skills"),
            hours: t("hours"),
            phone: tCommon("fields.phone"),
            inactive: tStates("inactif"),
          },
        })}
        rows={page.results}
        rowKey={(one) => one.id}
        empty={
          <EmptyState
            icon={<UsersRound />}
            title={t(params.q || params.competence ? "noMatch" : "none")}
            action={
              <LinkButton href="/gestion/intervenants/nouveau" icon={<Plus aria-hidden />}>
                {t("new")}
              </LinkButton>
            }
          >
            {t(params.q || params.competence ? "noMatchHelp" : "noneHelp")}
          </EmptyState>
        }
      />
      <Pagination
        previous={page.previous && listHref(params, { cursor: page.previous })}
        next={page.next && listHref(params, { cursor: page.next })}
      >
        {page.count ? tCommon("count.intervenants", { count: page.count }) : null}
      </Pagination>
    </>
  );
}
