import { CalendarCheck, ListChecks, TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { BatchForm } from "@/components/factures/batch-form";
import { ChoiceCell } from "@/components/factures/choice-cell";
import { hoursText } from "@/components/prestations/visit-words";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { previewFactures } from "@/lib/factures/preview-factures";
import type { PreviewShape } from "@/lib/factures/schemas";
import { decimalToCents } from "@/lib/foundation/money";
import type { GestionArea } from "../../area";
import { prepareDrafts } from "../actions";
import { monthDays, monthText } from "../months";

type ClientRow = PreviewShape["clients"][number];
type Part = { month: string; agence_id: string | undefined; area: GestionArea };

/** Client by client what the month would bill, with what is still missing. */
export async function Preview({ month, agence_id, area }: Part) {
  const [t, { clients }] = await Promise.all([
    getTranslations("factures.preparation"),
    load(previewFactures, { periode: month, agence_id }),
  ]);
  if (clients.length === 0)
    return (
      <EmptyState
        icon={<CalendarCheck />}
        title={t("none", { month: monthText(month, area) })}
        action={<LinkButton href="/gestion/visites?vue=a-valider">{t("toValidate")}</LinkButton>}
      >
        {t("noneHelp")}
      </EmptyState>
    );
  const waiting = clients.reduce((sum, { a_valider }) => sum + a_valider, 0);
  const ready = clients.filter(({ prestations }) => prestations > 0);
  return (
    <>
      {waiting > 0 ? <Waiting count={waiting} month={month} /> : null}
      <MessagesProvider names={["factures"]}>
        <BatchForm
          act="prepare"
          items={ready.map((one) => ({
            id: one.client_id,
            name: one.client_nom,
            cents: decimalToCents(one.total_ttc),
            devise: one.devise,
          }))}
          run={prepareDrafts.bind(null, month)}
          words={{ locale: area.words.locale, region: area.words.region }}
        >
          <DataTable
            caption={t("caption", { month: monthText(month, area) })}
            columns={await columns(month, area)}
            rows={clients}
            rowKey={(one) => one.client_id}
          />
        </BatchForm>
      </MessagesProvider>
    </>
  );
}

async function Waiting({ count, month }: { count: number; month: string }) {
  const t = await getTranslations("factures.preparation");
  const { du, au } = monthDays(month);
  return (
    <div className="mb-6">
      <Notice
        tone="warning"
        title={t("waiting", { count })}
        actions={
          <LinkButton
            size="sm"
            href={`/gestion/visites?vue=a-valider&date_min=${du}&date_max=${au}`}
            icon={<ListChecks aria-hidden />}
          >
            {t("toValidate")}
          </LinkButton>
        }
      >
        {t("waitingHelp")}
      </Notice>
    </div>
  );
}

async function columns(month: string, area: GestionArea): Promise<Column<ClientRow>[]> {
  const [t, tStates] = await Promise.all([
    getTranslations("factures.preparation"),
    getTranslations("states.facture"),
  ]);
  return [
    {
      key: "client",
      header: t("client"),
      primary: true,
      className: "md:py-0",
      cell: (one) => (
        <ChoiceCell
          id={one.prestations > 0 ? one.client_id : null}
          label={t("chooseOne", { name: one.client_nom })}
        >
          <TextLink href={`/gestion/clients/${one.client_id}`} prefetch={false}>
            <bdi>{one.client_nom}</bdi>
          </TextLink>
        </ChoiceCell>
      ),
    },
    { key: "visites", header: t("visits"), align: "end", cell: (one) => one.prestations },
    {
      key: "heures",
      header: t("hours"),
      align: "end",
      className: "whitespace-nowrap",
      cell: (one) => (one.prestations > 0 ? hoursText(one.heures, area.words) : ""),
    },
    {
      key: "total",
      header: t("total"),
      align: "end",
      className: "whitespace-nowrap",
      cell: (one) =>
        one.prestations > 0 ? (
          <bdi className="font-semibold">{area.money(one.total_ttc, one.devise)}</bdi>
        ) : null,
    },
    {
      key: "manque",
      header: t("missing"),
      cell: (one) => <Missing one={one} month={month} label={t("waitingShort", { count: one.a_valider })} />,
    },
    {
      key: "brouillon",
      header: t("draft"),
      cell: (one) =>
        one.brouillon_id === null ? null : (
          <TextLink href={`/gestion/factures/${one.brouillon_id}`} prefetch={false}>
            <StatusBadge statut="brouillon" label={tStates("brouillon")} />
          </TextLink>
        ),
    },
  ];
}

function Missing({ one, month, label }: { one: ClientRow; month: string; label: string }) {
  if (one.a_valider === 0) return null;
  const { du, au } = monthDays(month);
  return (
    <TextLink
      href={`/gestion/visites?vue=a-valider&client_id=${one.client_id}&date_min=${du}&date_max=${au}`}
      prefetch={false}
      className="inline-flex items-center gap-1.5 text-warning-text"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      {label}
    </TextLink>
  );
}
