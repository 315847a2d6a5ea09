"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Apercu } from "@/lib/plannings/series/schemas";
import { ActionForm } from "../ui/action-form";
import { DatePicker } from "../ui/date-picker";
import type { FormAction } from "../ui/form-state";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { TimeField } from "../ui/time-field";
import { SerieDates } from "./serie-dates";
import { SerieRule } from "./serie-rule";

type Choice = { value: string; label: string };
export type SeriePreview = { ok: true; apercu: Apercu } | { ok: false; message: string };
export type SerieFormProps = {
  clientId: number;
  services: Choice[];
  places: Choice[];
  people: Choice[];
  /** Civil day of the agency. */
  today: string;
  region: string;
  action: FormAction;
  preview: (form: FormData) => Promise<SeriePreview>;
};

const policies = ["sauter", "reporter", "maintenir"] as const;

/** A series for a client already chosen: what, how often, who; its first dates can be seen before it is saved. */
export function SerieForm(props: SerieFormProps) {
  const t = useTranslations("series.create");
  const [first, setFirst] = useState<string>(props.today);
  return (
    <ActionForm action={props.action}>
      <input type="hidden" name="client_id" value={props.clientId} />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select
          name="type"
          label={t("service")}
          isRequired
          options={props.services}
          placeholder={t("chooseService")}
        />
        <Select
          name="adresse_id"
          label={t("address")}
          isRequired
          options={props.places}
          defaultValue={props.places[0]?.value}
        />
        <DatePicker
          name="premier_jour"
          label={t("first")}
          isRequired
          value={first}
          onChange={(day) => setFirst(day ?? props.today)}
          minValue={props.today}
        />
        <div className="grid grid-cols-2 gap-4">
          <TimeField name="heure" label={t("time")} isRequired defaultValue="09:00" />
          <NumberField
            name="duree"
            label={t("duration")}
            isRequired
            defaultValue={2}
            minValue={0.25}
            maxValue={12}
            step={0.25}
            suffix={t("hours")}
          />
        </div>
      </div>
      <SerieRule first={first} today={props.today} />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select
          name="jours_feries"
          label={t("holidays")}
          isRequired
          defaultValue="sauter"
          options={policies.map((value) => ({ value, label: t(`policy.${value}`) }))}
        />
        <Select
          name="intervenant_id"
          label={t("person")}
          description={t("personHelp")}
          isRequired={false}
          options={props.people}
          placeholder={t("nobody")}
        />
      </div>
      <SerieDates preview={props.preview} region={props.region} />
      <TextArea name="instructions" label={t("instructions")} isRequired={false} rows={3} maxLength={2000} />
      <TextArea
        name="derogation"
        label={t("override")}
        description={t("overrideHelp")}
        isRequired={false}
        rows={2}
        maxLength={500}
      />
      <SubmitButton size="lg">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
