import { Send, Trash2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { QuoteAnswer, QuotePage } from "@/components/factures/quote-page";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { readDevis } from "@/lib/factures/read-devis";
import type { DevisShape } from "@/lib/factures/schemas-devis";
import { gestionArea } from "../../area";
import { acceptQuote, declineQuote, deleteQuote, sendQuote } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("factures.quote"))("title") };
}

/** A quote: to check and send, then to follow; a signed paper is recorded here. */
export default async function GestionQuotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/devis/${id}`);
  const [t, devis] = await Promise.all([getTranslations("factures.quote"), load(readDevis, { id })]);
  return (
    <QuotePage
      devis={devis}
      words={area.words}
      money={(amount) => area.money(amount, devis.devise)}
      description={
        <>
          {devis.numero ? <bdi dir="ltr">{devis.numero}</bdi> : null}{" "}
          <TextLink href={`/gestion/clients/${devis.client_id}`}>
            <bdi>{devis.client_nom}</bdi>
          </TextLink>
        </>
      }
      back={{ href: "/gestion/devis", label: t("list") }}
      pdfHref={`/${area.words.locale}/gestion/devis/${devis.id}/pdf`}
    >
      {devis.statut === "brouillon" ? <Draft devis={devis} /> : null}
      {devis.statut === "envoye" ? (
        <QuoteAnswer devis={devis} accept={acceptQuote} decline={declineQuote} onPaper />
      ) : null}
    </QuotePage>
  );
}

async function Draft({ devis }: { devis: DevisShape }) {
  const t = await getTranslations("factures.quote");
  return (
    <Card as="section" tone="sunken" className="space-y-4">
      <p className="text-ink-muted">{t("draftHelp")}</p>
      <div className="flex flex-wrap gap-3">
        <ConfirmAction
          variant="primary"
          icon={<Send aria-hidden />}
          label={t("send")}
          action={sendQuote}
          fields={{ id: devis.id }}
          title={t("sendTitle")}
          consequence={t("sendConsequence")}
          confirmLabel={t("send")}
        />
        <ConfirmAction
          variant="danger"
          look="secondary"
          icon={<Trash2 aria-hidden />}
          label={t("delete")}
          action={deleteQuote}
          fields={{ id: devis.id }}
          title={t("deleteTitle")}
          consequence={t("deleteConsequence")}
          confirmLabel={t("delete")}
        />
      </div>
    </Card>
  );
}
