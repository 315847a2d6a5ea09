import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Conservation } from "@/lib/rgpd/conservation/schemas";
import type { Effacement } from "@/lib/rgpd/ledger/schemas";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { SectionHeader } from "../ui/section-header";

/** Who was erased, by number and date. */
export async function Ledger({ rows, timeZone }: { rows: Effacement[]; timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations("conservation"), getLocale() as Promise<Locale>]);
  return (
    <section aria-labelledby="effacements" className="mt-10">
      <SectionHeader id="effacements" title={t("ledger")} />
      <p className="mb-4 max-w-3xl text-ink-muted">{t("ledgerLead")}</p>
      <DataTable
        caption={t("ledger")}
        columns={[
          {
            key: "sujet",
            header: t("subject"),
            primary: true,
            cell: ({ sujet_type, sujet_id }) => t(`sujets.${sujet_type}`, { id: String(sujet_id) }),
          },
          {
            key: "efface_le",
            header: t("when"),
            cell: ({ efface_le }) => formatDateTime(new Date(efface_le), { locale, timeZone }),
          },
          { key: "motif", header: t("reason"), cell: ({ motif }) => t(`motifs.${motif}`) },
        ]}
        rows={rows}
        rowKey={({ uid }) => uid}
        empty={<p className="text-ink-muted">{t("ledgerNone")}</p>}
      />
    </section>
  );
}

/** The last times that the rules were applied. */
export async function Runs({ report, timeZone }: { report: Conservation; timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations("conservation"), getLocale() as Promise<Locale>]);
  if (report.executions.length === 0) return null;
  return (
    <section aria-labelledby="applications" className="mt-10">
      <SectionHeader id="applications" title={t("runs")} />
      <DataTable
        caption={t("runs")}
        columns={[
          {
            key: "cree_le",
            header: t("when"),
            primary: true,
            cell: ({ cree_le }) => formatDateTime(new Date(cree_le), { locale, timeZone }),
          },
          { key: "prevue", header: t("who"), cell: ({ prevue }) => t(prevue ? "byClock" : "byHand") },
          {
            key: "resultat",
            header: t("result"),
            cell: ({ etat, total, regles }) =>
              total === null ? (
                <Badge tone={etat === "echouee" ? "danger" : "warning"}>
                  {t(etat === "echouee" ? "failed" : "waiting")}
                </Badge>
              ) : (
                <>
                  {t("took", { count: total })}
                  {Object.entries(regles).map(([regle, nombre]) => (
                    <span key={regle} className="block text-sm text-ink-muted">
                      {t(`rules.${regle as "clients"}`)} · <bdi>{nombre}</bdi>
                    </span>
                  ))}
                </>
              ),
          },
        ]}
        rows={report.executions}
        rowKey={({ tache_id }) => tache_id}
      />
    </section>
  );
}
