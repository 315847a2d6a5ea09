import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "@/components/ui/date-picker";
import { NumberField } from "@/components/ui/number-field";
import { TextField } from "@/components/ui/text-field";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";

type Props = { agence?: AgenceShape; hours: ReactNode };

/** Everything of an agency that may change, in groups that people look for. */
export function AgenceFields({ agence, hours }: Props) {
  const t = useTranslations("admin.agency");
  return (
    <>
      <Group title={t("identity")}>
        <TextField name="nom" label={t("name")} isRequired defaultValue={agence?.nom} />
        <TextField name="forme_juridique" label={t("legalForm")} defaultValue={agence?.forme_juridique} />
        <TextField name="capital" label={t("capital")} defaultValue={agence?.capital} />
        <TextField name="identifiant" label={t("identifier")} defaultValue={agence?.identifiant} />
        <TextField name="registre" label={t("registry")} defaultValue={agence?.registre} />
        <TextField name="numero_tva" label={t("vatNumber")} defaultValue={agence?.numero_tva} />
        <TextField
          name="numero_declaration"
          label={t("declaration")}
          defaultValue={agence?.numero_declaration}
        />
        <DateField
          name="date_declaration"
          label={t("declarationDate")}
          defaultValue={agence?.date_declaration ?? undefined}
        />
        <TextField name="numero_agrement" label={t("approval")} defaultValue={agence?.numero_agrement} />
        <DateField
          name="date_agrement"
          label={t("approvalDate")}
          defaultValue={agence?.date_agrement ?? undefined}
        />
        <TextField
          name="mediateur"
          label={t("mediator")}
          className="sm:col-span-2"
          defaultValue={agence?.mediateur}
        />
      </Group>
      <Contact agence={agence} />
      <Group title={t("hours")} lead={t("hoursHelp")}>
        {hours}
      </Group>
      <Rules agence={agence} />
      <Group title={t("bank")}>
        <TextField name="iban" label="IBAN" spellCheck="false" defaultValue={agence?.iban} />
        <TextField name="bic" label="BIC" spellCheck="false" defaultValue={agence?.bic} />
      </Group>
    </>
  );
}

function Contact({ agence }: { agence?: AgenceShape }) {
  const t = useTranslations("admin.agency");
  return (
    <Group title={t("contact")}>
      <TextField
        name="voie"
        label={t("street")}
        isRequired
        className="sm:col-span-2"
        defaultValue={agence?.voie}
      />
      <TextField name="code_postal" label={t("postalCode")} isRequired defaultValue={agence?.code_postal} />
      <TextField name="commune" label={t("town")} isRequired defaultValue={agence?.commune} />
      <TextField name="telephone" label={t("phone")} type="tel" defaultValue={agence?.telephone} />
      <TextField name="email" label={t("email")} type="email" defaultValue={agence?.email} />
    </Group>
  );
}

function Rules({ agence }: { agence?: AgenceShape }) {
  const t = useTranslations("admin.agency");
  return (
    <Group title={t("rules")}>
      <NumberField
        name="delai_paiement_jours"
        label={t("paymentDays")}
        minValue={0}
        maxValue={120}
        defaultValue={agence?.delai_paiement_jours ?? 30}
      />
      <NumberField
        name="retenue_heures"
        label={t("holdHours")}
        minValue={1}
        maxValue={720}
        defaultValue={agence?.retenue_heures ?? 48}
      />
      <NumberField
        name="preavis_annulation_heures"
        label={t("noticeHours")}
        minValue={0}
        maxValue={720}
        defaultValue={agence?.preavis_annulation_heures ?? 24}
      />
      <NumberField
        name="frais_annulation"
        label={t("cancelFee")}
        minValue={0}
        maxValue={100}
        step={0.5}
        defaultValue={(agence?.frais_annulation_bp ?? 0) / 100}
        suffix="%"
      />
    </Group>
  );
}

/** A titled group of fields, two columns where there is room. */
export function Group({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line pt-6">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden className="mb-1 text-lg font-semibold">
        {title}
      </p>
      {lead ? <p className="text-ink-muted">{lead}</p> : null}
      <div className="mt-4 grid gap-5 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
