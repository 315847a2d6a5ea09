import { OctagonX, Scale, TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { RuleForm } from "@/components/gestion/rule-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Badge } from "@/components/ui/badge";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { type Column, DataTable } from "@/components/ui/data-table";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { TabNav } from "@/components/ui/tab-nav";
import { conventions } from "@/db/states";
import { load, searchInput } from "@/lib/delivery/page";
import { formatDate, formatHours } from "@/lib/i18n/format";
import { listRegles } from "@/lib/organisation/conventions/list-regles";
import type { RegleShape, ReglesShape } from "@/lib/organisation/conventions/schemas";
import { type GestionArea, gestionArea } from "../area";
import { saveConvention, saveRegle } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("travail.screen"))("title") };
}

/** Working-time rules by agreement, as the agency applies them, each with its text and the way to change it. */
export default async function ReglesPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea("/gestion/regles");
  const asked = conventions.find((one) => one === params.convention);
  const [t, found] = await Promise.all([
    getTranslations("travail"),
    load(listRegles, { agence_id: area.agence.id, ...(asked && { convention: asked }) }),
  ]);
  const { convention, convention_agence: own } = found;
  return (
    <>
      <PageHeader
        title={t("screen.title")}
        description={t("screen.lead")}
        actions={
          <>
            <ExportButton href={`/gestion/regles/export?convention=${convention}`} />
            {convention === own ? (
              <Badge tone="accent" icon={<Scale aria-hidden />}>
                {t("screen.default")}
              </Badge>
            ) : (
              <ConfirmAction
                variant="primary"
                label={t("screen.choose")}
                action={saveConvention}
                fields={{ agence_id: area.agence.id, convention }}
                title={t("screen.chooseTitle")}
                consequence={t("screen.chooseConsequence")}
                confirmLabel={t("screen.choose")}
              />
            )}
          </>
        }
      />
      <TabNav
        label={t("screen.agreement")}
        items={conventions.map((one) => ({
          href: `/gestion/regles?convention=${one}`,
          label: t(`conventions.${one}`),
          current: one === convention,
        }))}
      />
      <Rules found={found} area={area} />
    </>
  );
}

async function Rules({ found, area }: { found: ReglesShape; area: GestionArea }) {
  const t = await getTranslations("travail");
  const day = (date: string) => formatDate(date, area.words);
  const amount = (valeur: number, { unite }: RegleShape) =>
    unite === "minutes" ? formatHours(valeur, area.words) : t(`unites.${unite}`, { count: valeur });
  const bound = (valeur: number, regle: RegleShape) =>
    t(`screen.${regle.sens}`, { value: amount(valeur, regle) });
  const columns: Column<RegleShape>[] = [
    { key: "regle", header: t("screen.rule"), primary: true, cell: (one) => one.libelle },
    {
      key: "valeur",
      header: t("screen.value"),
      cell: (one) => (
        <span className="block">
          <span className="font-semibold">{bound(one.valeur, one)}</span>
          {one.plafond === null ? null : (
            <span className="block text-ink-muted text-sm">
              {t("screen.upTo", { value: amount(one.plafond, one) })}
            </span>
          )}
          {one.ecart ? (
            <span className="block text-sm">
              {t("screen.own", { from: day(one.ecart.du), why: one.ecart.motif })}{" "}
              {t("screen.agreed", { value: bound(one.valeur_convention, one) })}
            </span>
          ) : null}
          {one.a_venir.map((later) => (
            <span key={later.cree_le} className="block text-sm">
              {t("screen.later", {
                from: day(later.du),
                value: bound(later.valeur ?? one.valeur_convention, one),
              })}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: "effet",
      header: t("screen.effect"),
      cell: ({ severite }) => (
        <Badge
          tone={severite === "block" ? "danger" : "warning"}
          icon={severite === "block" ? <OctagonX aria-hidden /> : <TriangleAlert aria-hidden />}
        >
          {t(`severites.${severite}`)}
        </Badge>
      ),
    },
    { key: "texte", header: t("screen.source"), cell: ({ article }) => <bdi>{article}</bdi> },
  ];
  return (
    <MessagesProvider names={["travail"]}>
      <DataTable
        caption={t("screen.title")}
        columns={columns}
        rows={found.results}
        rowKey={(one) => one.code}
        rowActions={{
          header: t("screen.change"),
          cell: (one) => (
            <RuleForm
              regle={one}
              agenceId={found.agence_id}
              convention={found.convention}
              today={area.today}
              action={saveRegle}
              words={{
                value: bound(one.valeur_convention, one),
                limit: amount(one.plafond ?? one.valeur_convention, one),
              }}
            />
          ),
        }}
        empty={null}
      />
    </MessagesProvider>
  );
}
