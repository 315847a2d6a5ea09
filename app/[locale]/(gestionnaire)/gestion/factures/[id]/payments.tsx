import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DatePicker } from "@/components/ui/date-picker";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { modesPaiement } from "@/db/states";
import type { FactureShape } from "@/lib/factures/schemas";
import { formatDate } from "@/lib/i18n/format";
import type { GestionArea } from "../../area";
import { recordPayment } from "../actions";

type Part = { facture: FactureShape; area: GestionArea };

/** Money received, and the form for the next amount while something is left. */
export async function Payments({ facture, area }: Part) {
  const t = await getTranslations("factures.file");
  const isOpen = facture.statut === "emise" || facture.statut === "partiellement_payee";
  return (
    <Card as="section" className="space-y-4">
      <h2 className="text-lg font-semibold">{t("payments")}</h2>
      {facture.paiements.length === 0 ? (
        <p className="text-ink-muted">{t("noPayment")}</p>
      ) : (
        <PaymentList facture={facture} area={area} />
      )}
      {facture.statut === "payee" ? <Notice tone="success">{t("allPaid")}</Notice> : null}
      {isOpen ? <PaymentForm facture={facture} area={area} /> : null}
    </Card>
  );
}

async function PaymentList({ facture, area }: Part) {
  const tModes = await getTranslations("states.modePaiement");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {facture.paiements.map((one) => (
        <li key={one.id} className="flex items-baseline justify-between gap-4 py-2.5">
          <span className="min-w-0">
            {formatDate(one.date, { ...area.words, style: "medium" })}
            <span className="block text-sm break-words text-ink-muted">
              {tModes(one.mode)}
              {one.reference ? (
                <>
                  {" · "}
                  <bdi>{one.reference}</bdi>
                </>
              ) : null}
            </span>
          </span>
          <bdi className="font-semibold tabular-nums">{area.money(one.montant, one.devise)}</bdi>
        </li>
      ))}
    </ul>
  );
}

async function PaymentForm({ facture, area }: Part) {
  const [t, tModes] = await Promise.all([
    getTranslations("factures.file"),
    getTranslations("states.modePaiement"),
  ]);
  return (
    <ActionForm key={facture.version} action={recordPayment} aria-label={t("record")} className="space-y-4">
      <h3 className="font-semibold">{t("record")}</h3>
      <input type="hidden" name="id" value={facture.id} />
      <TextField
        name="montant"
        label={t("amount")}
        description={t("amountHelp", { left: area.money(facture.reste_a_payer, facture.devise) })}
        inputMode="decimal"
        isRequired
        suffix={facture.devise}
        defaultValue={amountText(facture.reste_a_payer, area.words.locale)}
      />
      <Select
        name="mode"
        label={t("mode")}
        isRequired
        defaultValue="virement"
        options={modesPaiement.map((value) => ({ value, label: tModes(value) }))}
      />
      <DatePicker name="date" label={t("paidOn")} defaultValue={area.today} maxValue={area.today} />
      <TextField
        name="reference"
        label={t("reference")}
        description={t("referenceHelp")}
        isRequired={false}
        maxLength={80}
      />
      <SubmitButton>{t("recordAct")}</SubmitButton>
    </ActionForm>
  );
}

/** "127.50" as people type it. */
const amountText = (amount: string, locale: string) => (locale === "en" ? amount : amount.replace(".", ","));
