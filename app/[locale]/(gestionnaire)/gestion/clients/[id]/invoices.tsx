import { getTranslations } from "next-intl/server";
import { balanceOf } from "@/components/factures/balance";
import { factureColumns } from "@/components/factures/facture-columns";
import { DataTable } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { Money } from "@/components/ui/money";
import { SectionHeader } from "@/components/ui/section-header";
import type { ClientFile } from "@/lib/clients/schemas";
import { load } from "@/lib/delivery/page";
import { listFactures } from "@/lib/factures/list-factures";
import type { GestionArea } from "../../area";
import { factureHeaders } from "../../factures/headers";

const SHOWN = 6;
/** More than sixteen years of monthly invoices: the balance is that of all of them. */
const ALL = 200;

/** The latest invoices of the client, and what is left to pay on all of them. */
export async function Invoices({ client, area }: { client: ClientFile; area: GestionArea }) {
  const [t, page, headers] = await Promise.all([
    getTranslations("clients.file"),
    load(listFactures, { client_id: client.id, limit: ALL }),
    factureHeaders(),
  ]);
  const balance = balanceOf(page.results)[0];
  return (
    <section aria-labelledby="factures">
      <SectionHeader
        id="factures"
        title={t("invoices")}
        actions={
          <>
            <LinkButton size="sm" variant="ghost" href={`/gestion/devis?client_id=${client.id}`}>
              {t("quotes")}
            </LinkButton>
            <LinkButton size="sm" href={`/gestion/factures?client_id=${client.id}`}>
              {t("allInvoices")}
            </LinkButton>
          </>
        }
      />
      {page.results.length > 0 ? (
        <div className="mb-4">
          <Money
            amount={area.money(balance?.reste ?? "0.00", balance?.devise)}
            label={t(balance && balance.echues > 0 ? "balanceLate" : "balance")}
            size="lg"
          />
        </div>
      ) : null}
      <DataTable
        caption={t("invoices")}
        columns={factureColumns({ words: area.words, money: area.money, headers, withClient: false })}
        rows={page.results.slice(0, SHOWN)}
        rowKey={(facture) => facture.id}
        empty={<p className="text-ink-muted">{t("noInvoice")}</p>}
      />
    </section>
  );
}
