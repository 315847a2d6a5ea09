import { CheckCheck, Plus, RotateCcw } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DatePicker } from "@/components/ui/date-picker";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TimeField } from "@/components/ui/time-field";
import { etapesOffertes, type IncidentDetail } from "@/lib/incidents/schemas";
import { addStep, closeOne, reopenOne } from "../actions";

type Props = { incident: IncidentDetail };

/** The next step to write down: the one whose clock ends first is offered. */
export async function Step({ incident, now }: Props & { now: string }) {
  const t = await getTranslations("incidents");
  const next = incident.delais.find(({ echeance }) => echeance === incident.prochaine_echeance)?.nom;
  return (
    <Card as="section" className="space-y-4">
      <SectionHeader title={t("one.addStep")} />
      <ActionForm action={addStep} aria-label={t("one.addStep")} resetOnSuccess>
        <input type="hidden" name="id" value={incident.id} />
        <Select
          key={next ?? "mesure"}
          name="type"
          label={t("one.step")}
          isRequired
          defaultValue={next ?? "mesure"}
          options={etapesOffertes.map((value) => ({ value, label: t(`etapes.${value}`) }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DatePicker
            name="fait_le"
            label={t("one.doneOn")}
            defaultValue={now.slice(0, 10)}
            minValue={incident.constate_le.slice(0, 10)}
            maxValue={now.slice(0, 10)}
            isRequired
          />
          <TimeField name="heure" label={t("one.hour")} defaultValue={now.slice(11)} isRequired />
        </div>
        <TextArea
          name="texte"
          label={t("one.stepText")}
          description={t("one.stepTextHelp")}
          rows={3}
          maxLength={8000}
          isRequired={false}
        />
        <SubmitButton icon={<Plus aria-hidden />}>{t("one.saveStep")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Closes the incident, or opens it again for a reason. */
export async function End({ incident: { id, version, statut } }: Props) {
  const t = await getTranslations("incidents.one");
  if (statut === "clos")
    return (
      <ConfirmAction
        label={t("reopen")}
        icon={<RotateCcw aria-hidden />}
        action={reopenOne}
        fields={{ id, version }}
        title={t("reopenTitle")}
        consequence={t("reopenWhat")}
        confirmLabel={t("reopen")}
      >
        <TextArea name="texte" label={t("reopenText")} rows={3} maxLength={8000} isRequired />
      </ConfirmAction>
    );
  return (
    <ConfirmAction
      label={t("close")}
      icon={<CheckCheck aria-hidden />}
      action={closeOne}
      fields={{ id, version }}
      title={t("closeTitle")}
      consequence={t("closeWhat")}
      confirmLabel={t("close")}
    >
      <TextArea name="texte" label={t("closeText")} rows={3} maxLength={8000} isRequired={false} />
    </ConfirmAction>
  );
}
