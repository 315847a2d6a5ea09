import { FileStack, Receipt } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { balanceOf } from "@/components/factures/balance";
import { BatchForm } from "@/components/factures/batch-form";
import { draftColumns, factureColumns } from "@/components/factures/facture-columns";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { load } from "@/lib/delivery/page";
import { listFactures } from "@/lib/factures/list-factures";
import type { FactureSummary } from "@/lib/factures/schemas";
import { decimalToCents } from "@/lib/foundation/money";
import type { GestionArea } from "../area";
import { issueDrafts } from "./actions";
import { factureHeaders } from "./headers";
import { etatOf, filtersOf, listHref } from "./list-address";
import { monthText } from "./months";

type Part = { params: Record<string, string>; area: GestionArea };

const LIST = 25;
/** Drafts are issued together: a month of a large agency fits on one page. */
const DRAFTS = 200;

/** A page of invoices with its sums; drafts can be chosen and issued together. */
export async function InvoiceList({ params, area }: Part) {
  const isDrafts = etatOf(params.etat) === "brouillon";
  const page = await load(listFactures, {
    ...filtersOf(params),
    cursor: params.cursor,
    limit: isDrafts ? DRAFTS : LIST,
    count: true,
  });
  const { results } = page;
  return (
    <>
      {isDrafts ? (
        // Stays when the last draft is issued: it shows what became of them.
        <Drafts results={results} area={area} params={params} />
      ) : (
        <Table results={results} area={area} params={params} />
      )}
      <Pagination
        previous={page.previous && listHref(params, { cursor: page.previous })}
        next={page.next && listHref(params, { cursor: page.next })}
      >
        <Sums results={results} count={page.count ?? 0} area={area} isDrafts={isDrafts} />
      </Pagination>
    </>
  );
}

async function Table({ results, area, params }: Part & { results: FactureSummary[] }) {
  const [t, headers] = await Promise.all([getTranslations("factures.list"), factureHeaders()]);
  return (
    <DataTable
      caption={t("title")}
      columns={factureColumns({ words: area.words, money: area.money, headers })}
      rows={results}
      rowKey={(one) => one.id}
      empty={<Nothing params={params} />}
    />
  );
}

async function Drafts({ results, area, params }: Part & { results: FactureSummary[] }) {
  const [t, headers] = await Promise.all([getTranslations("factures.list"), factureHeaders()]);
  const nameOf = (one: FactureSummary) => `${one.client_nom}, ${monthText(one.periode, area)}`;
  return (
    <MessagesProvider names={["factures"]}>
      <BatchForm
        act="issue"
        items={results.map((one) => ({
          id: one.id,
          name: nameOf(one),
          cents: decimalToCents(one.total_ttc),
          devise: one.devise,
        }))}
        run={issueDrafts}
        words={{ locale: area.words.locale, region: area.words.region }}
      >
        <DataTable
          caption={t("title")}
          columns={draftColumns({
            words: area.words,
            money: area.money,
            headers,
            choose: (one) => t("chooseOne", { name: nameOf(one) }),
          })}
          rows={results}
          rowKey={(one) => one.id}
          empty={<Nothing params={params} />}
        />
      </BatchForm>
    </MessagesProvider>
  );
}

async function Sums({
  results,
  count,
  area,
  isDrafts,
}: {
  results: FactureSummary[];
  count: number;
  area: GestionArea;
  isDrafts: boolean;
}) {
  const [t, tCommon] = await Promise.all([getTranslations("factures.list"), getTranslations("common.count")]);
  if (results.length === 0) return null;
  const sums = balanceOf(results).map(({ devise, total, reste }) => (
    <span key={devise} className="block tabular-nums">
      {t.rich(isDrafts ? "sumsDrafts" : "sums", {
        total: area.money(total, devise),
        left: area.money(reste, devise),
        b: (text) => <bdi className="font-semibold text-ink">{text}</bdi>,
      })}
    </span>
  ));
  return (
    <>
      {tCommon("invoices", { count })}
      {sums}
    </>
  );
}

async function Nothing({ params }: { params: Record<string, string> }) {
  const t = await getTranslations("factures.list");
  const etat = etatOf(params.etat);
  const isSearch = Boolean(params.q || params.periode || params.client_id);
  const key = isSearch ? "noMatch" : etat === "echues" ? "noLate" : etat === "brouillon" ? "noDraft" : "none";
  return (
    <EmptyState
      icon={<Receipt />}
      title={t(`empty.${key}`)}
      action={
        key === "noLate" ? null : (
          <LinkButton href="/gestion/factures/preparation" icon={<FileStack aria-hidden />}>
            {t("prepare")}
          </LinkButton>
        )
      }
    >
      {t(`empty.${key}Help`)}
    </EmptyState>
  );
}
