"use client";

import { FilePen, FilePlus2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { conventions, modesHoraires, naturesContrat } from "@/db/states";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import { DatePicker } from "../ui/date-picker";
import { Dialog } from "../ui/dialog";
import type { FormAction } from "../ui/form-state";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { showToast } from "../ui/toast";

type Terms = { convention: string; mode: string; heures_semaine: number; heures_annee: number | null };

/** Records a contract with the hours agreed at first. */
export function AddContrat({
  action,
  intervenantId,
  terms,
}: {
  action: FormAction;
  intervenantId: number;
  terms: Terms;
}) {
  const t = useTranslations("travail");
  return (
    <Dialog
      title={t("contrat.add")}
      trigger={{ label: t("contrat.add"), size: "sm", icon: <FilePlus2 aria-hidden /> }}
    >
      {(close) => (
        <Body action={action} label={t("contrat.add")} close={close}>
          <input type="hidden" name="intervenant_id" value={intervenantId} />
          <Select
            name="nature"
            label={t("contrat.nature")}
            isRequired
            defaultValue="cdi"
            options={naturesContrat.map((value) => ({ value, label: t(`natures.${value}`) }))}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <DatePicker name="debut" label={t("contrat.debut")} isRequired />
            <DatePicker
              name="fin"
              label={t("contrat.fin")}
              description={t("contrat.finHelp")}
              isRequired={false}
            />
          </div>
          <TermFields terms={terms} />
        </Body>
      )}
    </Dialog>
  );
}

/** Adds an amendment to a contract, for good or for a time. */
export function AmendContrat({
  action,
  contrat,
  terms,
}: {
  action: FormAction;
  contrat: { id: number; version: number };
  terms: Terms;
}) {
  const t = useTranslations("travail");
  return (
    <Dialog
      title={t("contrat.amend")}
      trigger={{ label: t("contrat.amend"), size: "sm", icon: <FilePen aria-hidden /> }}
    >
      {(close) => (
        <Body action={action} label={t("contrat.amend")} close={close}>
          <p className="text-ink-muted">{t("contrat.amendHelp")}</p>
          <input type="hidden" name="id" value={contrat.id} />
          <input type="hidden" name="version" value={contrat.version} />
          <div className="grid gap-4 sm:grid-cols-2">
            <DatePicker name="du" label={t("contrat.du")} isRequired />
            <DatePicker
              name="au"
              label={t("contrat.au")}
              description={t("contrat.auHelp")}
              isRequired={false}
            />
          </div>
          <TermFields terms={terms} />
        </Body>
      )}
    </Dialog>
  );
}

function Body({
  action,
  label,
  close,
  children,
}: {
  action: FormAction;
  label: string;
  close: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("travail.contrat");
  return (
    <ActionForm
      action={action}
      aria-label={label}
      onSuccess={({ message }) => {
        close();
        if (message) showToast({ message, tone: "success" });
      }}
    >
      {children}
      <TextArea name="motif" label={t("motif")} isRequired={false} rows={2} maxLength={500} />
      <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
        <Button onPress={close}>{t("cancel")}</Button>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function TermFields({ terms }: { terms: Terms }) {
  const t = useTranslations("travail");
  return (
    <>
      <Select
        name="convention"
        label={t("contrat.convention")}
        isRequired
        defaultValue={terms.convention}
        options={conventions.map((value) => ({ value, label: t(`conventions.${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          name="mode"
          label={t("contrat.mode")}
          isRequired
          defaultValue={terms.mode}
          options={modesHoraires.map((value) => ({ value, label: t(`modes.${value}`) }))}
        />
        <NumberField
          name="heures_semaine"
          label={t("contrat.heures_semaine")}
          isRequired={false}
          minValue={0}
          maxValue={48}
          step={0.25}
          defaultValue={terms.heures_semaine}
        />
        <NumberField
          name="heures_annee"
          label={t("contrat.heures_annee")}
          description={t("contrat.heures_anneeHelp")}
          isRequired={false}
          minValue={1}
          maxValue={2200}
          step={1}
          defaultValue={terms.heures_annee ?? undefined}
        />
      </div>
    </>
  );
}
