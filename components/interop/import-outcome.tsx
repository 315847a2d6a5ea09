"use client";

import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ImportResult } from "@/lib/interop/schemas-import";
import type { Tache } from "@/lib/organisation/schemas-tache";

const lists = {
  client: "/gestion/clients",
  intervenant: "/gestion/intervenants",
  prestation: "/gestion/visites",
} as const;

type Fault = ImportResult["erreurs"][number];
type Props = { tache: Tache; result: ImportResult | null; kind: keyof typeof lists };

/** How it ended: what was made, or every line to correct. */
export function ImportOutcome({ tache, result, kind }: Props) {
  const t = useTranslations("imports");
  if (tache.etat === "annulee") return <Notice tone="info">{t("cancelled")}</Notice>;
  if (!result)
    return (
      <Notice tone="danger" title={t("failed")} live>
        {tache.erreur?.detail}
      </Notice>
    );
  if (result.lignes_en_erreur > 0) return <Faults result={result} />;
  if (result.essai)
    return (
      <Notice tone="success" live>
        {t("trialOk", { count: result.lignes })}
      </Notice>
    );
  return (
    <Notice tone="success" title={t("done", { count: result.creees })} live>
      <LinkButton href={lists[kind]}>{t("seeList")}</LinkButton>
    </Notice>
  );
}

function Faults({ result }: { result: ImportResult }) {
  const t = useTranslations("imports");
  const columns: Column<Fault & { key: number }>[] = [
    { key: "ligne", header: t("line"), primary: true, cell: ({ ligne }) => `${t("line")} ${ligne}` },
    { key: "colonne", header: t("column"), cell: ({ colonne }) => <bdi>{colonne}</bdi> },
    { key: "detail", header: t("problem"), cell: ({ detail }) => detail },
  ];
  const rows = result.erreurs.map((fault, key) => ({ ...fault, key }));
  return (
    <section className="flex flex-col gap-4">
      <Notice tone="danger" title={t("errors", { count: result.lignes_en_erreur })} live>
        {t("errorsHelp")}
      </Notice>
      <DataTable
        caption={t("errors", { count: result.lignes_en_erreur })}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {result.erreurs_total > rows.length ? <p>{t("more", { count: rows.length })}</p> : null}
    </section>
  );
}
