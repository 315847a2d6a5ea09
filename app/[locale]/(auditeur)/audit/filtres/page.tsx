import { Bookmark, Pencil, Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { actionLabel } from "@/components/oversight/action-label";
import { filterHref } from "@/components/oversight/saved-filters";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { load, pageContext } from "@/lib/delivery/page";
import { formatDate, formatList } from "@/lib/i18n/format";
import { listFiltres } from "@/lib/oversight/list-filtres";
import type { FiltreShape } from "@/lib/oversight/schemas-filtre";
import { removeFilter, renameFilter } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.filtres"))("title") };
}

/** The reader's own filters: apply, rename, forget. */
export default async function FiltersPage() {
  const [t, log, { results }] = await Promise.all([
    getTranslations("audit.filtres"),
    getTranslations("audit"),
    load(listFiltres, {}),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} back={{ href: "/audit", label: log("title") }} />
      <DataTable
        caption={t("title")}
        columns={await columns()}
        rows={results}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            icon={<Bookmark />}
            title={t("none")}
            action={<LinkButton href="/audit">{log("title")}</LinkButton>}
          >
            {t("noneHelp")}
          </EmptyState>
        }
      />
    </>
  );
}

async function columns(): Promise<Column<FiltreShape>[]> {
  const [t, tell] = await Promise.all([getTranslations("audit.filtres"), teller()]);
  return [
    {
      key: "nom",
      header: t("name"),
      primary: true,
      cell: ({ nom, filtre }) => (
        <TextLink href={filterHref(filtre)}>
          <bdi>{nom}</bdi>
        </TextLink>
      ),
    },
    { key: "filtre", header: t("what"), cell: ({ filtre }) => tell(filtre) },
    { key: "actes", header: t("actions"), cell: (one) => <Acts filter={one} /> },
  ];
}

async function Acts({ filter: { id, nom } }: { filter: FiltreShape }) {
  const t = await getTranslations("audit.filtres");
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmAction
        size="sm"
        icon={<Pencil aria-hidden />}
        label={t("rename")}
        action={renameFilter}
        fields={{ id }}
        title={t("renameTitle", { name: nom })}
        consequence={t("renameHelp")}
        confirmLabel={t("rename")}
      >
        <TextField name="nom" label={t("name")} defaultValue={nom} isRequired maxLength={60} />
      </ConfirmAction>
      <ConfirmAction
        size="sm"
        variant="danger"
        look="secondary"
        icon={<Trash2 aria-hidden />}
        label={t("delete")}
        action={removeFilter}
        fields={{ id }}
        title={t("deleteTitle", { name: nom })}
        consequence={t("deleteHelp")}
        confirmLabel={t("delete")}
      />
    </div>
  );
}

/** A filter in words: "Objet : Facture, Résultat : Refusé". */
async function teller(): Promise<(filtre: FiltreShape["filtre"]) => string> {
  const [t, log, common, states, { locale }] = await Promise.all([
    getTranslations("audit.filtres"),
    getTranslations("audit"),
    getTranslations("common"),
    getTranslations("states"),
    pageContext(),
  ]);
  const day = (value: string) => formatDate(value, { locale, timeZone: "Europe/Paris" });
  const known = (value: string) => log.has(`objets.${value}` as "objets.client");
  return (filtre) => {
    const { action, objet, objet_id, acteur_id, role, resultat, requete, date_min, date_max } = filtre;
    const told: [string, string | undefined][] = [
      [t("action"), action && actionLabel(action, log)],
      [log("object"), objet && (known(objet) ? log(`objets.${objet as "client"}`) : objet)],
      [log("objectId"), objet_id],
      [t("account"), acteur_id === undefined ? undefined : String(acteur_id)],
      [log("role"), role && common(`roles.${role}`)],
      [log("result"), resultat && states(`audit.${resultat}`)],
      [log("request"), requete],
      [log("from"), date_min && day(date_min)],
      [log("to"), date_max && day(date_max)],
    ];
    const parts = told.flatMap(([term, value]) => (value ? [t("term", { term, value })] : []));
    return parts.length > 0 ? formatList(parts, { locale }) : t("everything");
  };
}
