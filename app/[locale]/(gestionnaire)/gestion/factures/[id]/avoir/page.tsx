import { getTranslations } from "next-intl/server";
import { CreditForm } from "@/components/factures/credit-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readFacture } from "@/lib/factures/read-facture";
import { centsToDecimal, decimalToCents } from "@/lib/foundation/money";
import { formatDate } from "@/lib/i18n/format";
import { gestionArea } from "../../../area";
import { creditInvoice } from "../../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("factures.credit"))("title") };
}

/** A credit note in the making: which lines, how much of each, and what it comes to before it is issued. */
export default async function CreditPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/factures/${id}/avoir`);
  const [t, facture] = await Promise.all([getTranslations("factures.credit"), load(readFacture, { id })]);
  const isCreditable =
    facture.type === "facture" && ["emise", "partiellement_payee", "payee"].includes(facture.statut);
  const lines = facture.lignes
    .map(({ rang, libelle, date, montant_ttc, credite_ttc }) => ({
      rang,
      label: libelle,
      detail: date ? formatDate(date, { ...area.words, style: "medium" }) : "",
      left: centsToDecimal(decimalToCents(montant_ttc) - decimalToCents(credite_ttc)),
    }))
    .filter(({ left }) => left !== "0.00");
  const back = `/gestion/factures/${facture.id}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          <>
            <bdi dir="ltr">{facture.numero}</bdi> · <bdi>{facture.client_nom}</bdi>
          </>
        }
        back={{ href: back, label: t("back") }}
      />
      {isCreditable ? (
        <MessagesProvider names={["factures"]}>
          <CreditForm
            factureId={facture.id}
            number={facture.numero ?? ""}
            lines={lines}
            devise={facture.devise}
            words={{ locale: area.words.locale, region: area.words.region }}
            action={creditInvoice}
          />
        </MessagesProvider>
      ) : (
        <Notice
          tone="warning"
          title={t("impossible")}
          actions={<LinkButton href={back}>{t("back")}</LinkButton>}
        >
          {t("impossibleHelp")}
        </Notice>
      )}
    </>
  );
}
