import { FileDown, FileText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { InvoiceState } from "@/components/client/invoice-state";
import { FactureLines } from "@/components/factures/facture-lines";
import { VerifyButton } from "@/components/integrite/verify-button";
import { HistoryLink } from "@/components/oversight/history-link";
import { AnchorButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { readFacture } from "@/lib/factures/read-facture";
import type { FactureShape } from "@/lib/factures/schemas";
import { verifyOne } from "../../../../integrite/actions";
import { type GestionArea, gestionArea } from "../../area";
import { monthText } from "../months";
import { Amounts } from "./amounts";
import { Credits } from "./credits";
import { DraftActs } from "./draft-acts";
import { Payments } from "./payments";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("factures.file"))("title") };
}

/** One invoice: a draft to check and issue, or an issued one with its document and payments. */
export default async function InvoicePage({ params, searchParams }: Props) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams.then(searchInput)]);
  const area = await gestionArea(`/gestion/factures/${id}`);
  const [t, facture] = await Promise.all([getTranslations("factures.file"), load(readFacture, { id })]);
  const isDraft = facture.statut === "brouillon";
  const done =
    fait === "avoir" && facture.type === "avoir"
      ? "creditDone"
      : fait === "paiement" && !isDraft
        ? "paid"
        : fait === "preparee" && isDraft
          ? "prepared"
          : null;
  return (
    <>
      <Header facture={facture} area={area} />
      {done ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t(done)}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start">
        <section aria-labelledby="lignes" className="min-w-0">
          <SectionHeader id="lignes" title={t("lines")} />
          <FactureLines
            lines={facture.lignes}
            words={area.words}
            money={(amount) => area.money(amount, facture.devise)}
          />
        </section>
        <div className="space-y-6 max-xl:order-first">
          <Amounts facture={facture} area={area} />
          {isDraft ? <DraftActs facture={facture} area={area} /> : null}
          {isDraft || facture.type === "avoir" ? null : <Payments facture={facture} area={area} />}
          {isDraft ? null : <Credits facture={facture} area={area} />}
          {isDraft ? null : <VerifyButton type="facture" id={facture.id} action={verifyOne} />}
          <HistoryLink type="facture" id={facture.id} />
        </div>
      </div>
    </>
  );
}

async function Header({ facture, area }: { facture: FactureShape; area: GestionArea }) {
  const [t, tList] = await Promise.all([getTranslations("factures.file"), getTranslations("factures.list")]);
  const month = monthText(facture.periode, area);
  const pdf = `/${area.words.locale}/gestion/factures/${facture.id}/pdf`;
  return (
    <PageHeader
      title={
        facture.numero ? (
          <span>
            {t(facture.type === "avoir" ? "creditNumber" : "invoiceNumber")}{" "}
            <bdi dir="ltr">{facture.numero}</bdi>
          </span>
        ) : (
          t("draftOf", { month })
        )
      }
      description={
        <>
          <TextLink href={`/gestion/clients/${facture.client_id}`}>
            <bdi>{facture.client_nom}</bdi>
          </TextLink>
          {facture.numero ? ` · ${month}` : null}
        </>
      }
      badge={<InvoiceState facture={facture} />}
      back={{ href: "/gestion/factures", label: tList("title") }}
      actions={
        facture.pdf && facture.numero ? (
          <>
            <AnchorButton href={pdf} target="_blank" icon={<FileText aria-hidden />}>
              {t("viewPdf")}
            </AnchorButton>
            <AnchorButton href={pdf} download={`${facture.numero}.pdf`} icon={<FileDown aria-hidden />}>
              {t("downloadPdf")}
            </AnchorButton>
          </>
        ) : null
      }
    />
  );
}
