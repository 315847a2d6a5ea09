import { getLocale, getTranslations } from "next-intl/server";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Conservation, RegleShape } from "@/lib/rgpd/conservation/schemas";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { TextLink } from "../ui/text-link";

type Props = {
  report: Conservation;
  timeZone: string;
  /** Where the file of one of them is; plain numbers otherwise. */
  hrefOf?: (regle: RegleShape["regle"], id: number) => string | undefined;
};

/** The retention rules: how long, by which law, what then, and what would go now. */
export async function RulesTable({ report, timeZone, hrefOf }: Props) {
  const [t, locale] = await Promise.all([getTranslations("conservation"), getLocale() as Promise<Locale>]);
  const columns: Column<RegleShape>[] = [
    { key: "regle", header: t("rule"), primary: true, cell: ({ regle }) => t(`rules.${regle}`) },
    {
      key: "duree",
      header: t("duration"),
      cell: ({ duree }) => t(`duree.${duree.unite}`, { count: duree.nombre }),
    },
    { key: "reference", header: t("law"), cell: ({ reference }) => <bdi>{reference}</bdi> },
    { key: "effet", header: t("effect"), cell: ({ effet }) => t(`effets.${effet}`) },
    {
      key: "nombre",
      header: t("due"),
      align: "end",
      cell: ({ nombre }) =>
        nombre === 0 ? t("nothing") : <Badge tone="warning">{formatNumber(nombre, { locale })}</Badge>,
    },
    {
      key: "exemples",
      header: t("oldest"),
      cell: ({ regle, exemples }) => (
        <ul>
          {exemples.map(({ id, depuis }) => {
            const label = t("numbers", { ids: String(id) });
            const href = hrefOf?.(regle, id);
            return (
              <li key={id}>
                {href ? <TextLink href={href}>{label}</TextLink> : <bdi>{label}</bdi>}{" "}
                <span className="whitespace-nowrap text-sm text-ink-muted">
                  {formatDate(new Date(depuis), { locale, timeZone })}
                </span>
              </li>
            );
          })}
        </ul>
      ),
    },
  ];
  return (
    <>
      <DataTable caption={t("title")} columns={columns} rows={report.regles} rowKey={({ regle }) => regle} />
      <p className="mt-4 max-w-3xl text-sm text-ink-muted">{t("grace", { days: report.sursis_jours })}</p>
    </>
  );
}

/** The report as lines of a spreadsheet. */
export const reportLines = ({ regles }: Conservation) =>
  regles.map(({ regle, effet, duree, reference, nombre, exemples }) => ({
    regle,
    duree: duree.nombre,
    unite: duree.unite,
    reference,
    effet,
    nombre,
    exemples: exemples.map(({ id }) => id).join(" "),
  }));
