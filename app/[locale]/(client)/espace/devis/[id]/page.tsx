import { getTranslations } from "next-intl/server";
import { QuoteAnswer, QuotePage } from "@/components/factures/quote-page";
import { load } from "@/lib/delivery/page";
import { readDevis } from "@/lib/factures/read-devis";
import { clientArea } from "../../area";
import { acceptQuote, declineQuote } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("factures.quote"))("title") };
}

/** A quote to read, and to accept or decline until its last day. */
export default async function ClientQuotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await clientArea(`/espace/devis/${id}`);
  const [t, devis] = await Promise.all([getTranslations("factures.quote"), load(readDevis, { id })]);
  return (
    <QuotePage
      devis={devis}
      words={area.words}
      money={(amount) => area.money(amount, devis.devise)}
      description={<bdi dir="ltr">{devis.numero}</bdi>}
      back={{ href: "/espace/devis", label: t("own") }}
      pdfHref={`/${area.words.locale}/espace/devis/${devis.id}/pdf`}
    >
      {devis.statut === "envoye" ? (
        <QuoteAnswer
          devis={devis}
          accept={acceptQuote}
          decline={declineQuote}
          note={area.agence.pays === "FR" ? t("withdrawal") : undefined}
        />
      ) : null}
    </QuotePage>
  );
}
