import { Check, FileDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DevisShape } from "@/lib/factures/schemas-devis";
import type { Relative } from "@/lib/i18n/format";
import { Card } from "../ui/card";
import { ConfirmAction } from "../ui/confirm-action";
import type { FormAction } from "../ui/form-state";
import { AnchorButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { SectionHeader } from "../ui/section-header";
import { StatusBadge } from "../ui/status-badge";
import { TextArea } from "../ui/text-area";
import { DevisAmounts, DevisLines } from "./devis-view";

type Props = {
  devis: DevisShape;
  words: Relative;
  money: (amount: string) => string;
  description: ReactNode;
  back: { href: string; label: string };
  /** The address of the PDF, language prefix included. */
  pdfHref: string;
  /** What the reader may do with it now. */
  children: ReactNode;
};

/** One quote, the same for who sends it and who answers it: what it offers, what it comes to, and the acts. */
export function QuotePage({ devis, words, money, description, back, pdfHref, children }: Props) {
  const t = useTranslations("factures.quote");
  const tStates = useTranslations("states.devis");
  const part = { devis, words, money };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={description}
        badge={<StatusBadge statut={devis.statut} label={tStates(devis.statut)} />}
        back={back}
        actions={
          devis.pdf ? (
            <AnchorButton href={pdfHref} target="_blank" icon={<FileDown aria-hidden />}>
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
          {children}
        </div>
      </div>
    </>
  );
}

/** The answer to a quote: given by the client, or written down by the agency from a signed paper (`onPaper`). */
export function QuoteAnswer({
  devis,
  accept,
  decline,
  onPaper = false,
  note,
}: {
  devis: DevisShape;
  accept: FormAction;
  decline: FormAction;
  onPaper?: boolean;
  note?: string;
}) {
  const t = useTranslations("factures.quote");
  const yes = t(onPaper ? "record" : "accept");
  return (
    <Card as="section" tone="accent" className="space-y-4">
      <p>{t(onPaper ? "askPaper" : "ask")}</p>
      <div className="flex flex-wrap gap-3">
        <ConfirmAction
          variant="primary"
          icon={<Check aria-hidden />}
          label={yes}
          action={accept}
          fields={{ id: devis.id }}
          title={t("acceptTitle")}
          consequence={t("acceptConsequence")}
          confirmLabel={yes}
        />
        <ConfirmAction
          variant="ghost"
          icon={<X aria-hidden />}
          label={t("decline")}
          action={decline}
          fields={{ id: devis.id }}
          title={t("declineTitle")}
          consequence={t(onPaper ? "declinePaperConsequence" : "declineConsequence")}
          confirmLabel={t("decline")}
        >
          <TextArea name="motif" label={t("reason")} rows={2} isRequired={false} />
        </ConfirmAction>
      </div>
      {note ? <p className="text-sm text-ink-muted">{note}</p> : null}
    </Card>
  );
}
