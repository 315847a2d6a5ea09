import { Check, FileDown, Send, X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DevisAmounts, DevisLines } from "@/components/factures/devis-view";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { readDevis } from "@/lib/factures/read-devis";
import type { DevisShape } from "@/lib/factures/schemas-devis";
import { gestionArea } from "../../area";
import { acceptQuote, declineQuote, sendQuote } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("factures.quote"))("title") };
}

/** A quote: to check and send, then to follow; a signed paper is recorded here. */
export default async function QuotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/devis/${id}`);
  const [t, tStates, devis] = await Promise.all([
    getTranslations("factures.quote"),
    getTranslations("states.devis"),
    load(readDevis, { id }),
  ]);
  const part = { devis, words: area.words, money: (amount: string) => area.money(amount, devis.devise) };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          <>
            {devis.numero ? <bdi dir="ltr">{devis.numero}</bdi> : null}{" "}
            <TextLink href={`/gestion/clients/${devis.client_id}`}>
              <bdi>{devis.client_nom}</bdi>
            </TextLink>
          </>
        }
        badge={<StatusBadge statut={devis.statut} label={tStates(devis.statut)} />}
        back={{ href: `/gestion/clients/${devis.client_id}`, label: t("file") }}
        actions={
          devis.pdf ? (
            <AnchorButton
              href={`/${area.words.locale}/gestion/devis/${devis.id}/pdf`}
              target="_blank"
              icon={<FileDown aria-hidden />}
            >
              {t("pdf")}
            </AnchorButton>
          ) : null
        }
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <section aria-labelledby="lignes" className="min-w-0">
          <SectionHeader id="lignes" title={t("lines")} />
          <DevisLines {...part} />
        </section>
        <div className="space-y-6 max-lg:order-first">
          <DevisAmounts {...part} />
          {devis.statut === "brouillon" ? <Sending devis={devis} /> : null}
          {devis.statut === "envoye" ? <Answer devis={devis} /> : null}
        </div>
      </div>
    </>
  );
}

async function Answer({ devis }: { devis: DevisShape }) {
  const t = await getTranslations("factures.quote");
  return (
    <Card as="section" tone="accent" className="space-y-4">
      <p>{t("askPaper")}</p>
      <div className="flex flex-wrap gap-3">
        <ConfirmAction
          variant="primary"
          icon={<Check aria-hidden />}
          label={t("record")}
          action={acceptQuote}
          fields={{ id: devis.id }}
          title={t("acceptTitle")}
          consequence={t("acceptConsequence")}
          confirmLabel={t("record")}
        />
        <ConfirmAction
          variant="ghost"
          icon={<X aria-hidden />}
          label={t("decline")}
          action={declineQuote}
          fields={{ id: devis.id }}
          title={t("declineTitle")}
          consequence={t("declineConsequence")}
          confirmLabel={t("decline")}
        >
          <TextArea name="motif" label={t("reason")} rows={2} isRequired={false} />
        </ConfirmAction>
      </div>
    </Card>
  );
}

async function Sending({ devis }: { devis: DevisShape }) {
  const t = await getTranslations("factures.quote");
  return (
    <Card as="section" tone="sunken" className="space-y-4">
      <p className="text-ink-muted">{t("draftHelp")}</p>
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
    </Card>
  );
}
