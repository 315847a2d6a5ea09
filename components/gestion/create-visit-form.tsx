"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "../ui/action-form";
import type { FormAction, FormState } from "../ui/form-state";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import type { CandidatLookup } from "./candidats";
import { type Placement, PlacementFields } from "./placement-fields";

type Choice = { value: string; label: string };

/** A visit for a client already chosen: what, where, when, who. */
export function CreateVisitForm({
  clientId,
  services,
  places,
  start,
  type: startType,
  action,
  lookup,
  localNow,
  timeZone,
}: {
  clientId: number;
  services: Choice[];
  places: Choice[];
  start: Placement;
  type: string;
  action: FormAction;
  lookup: CandidatLookup;
  localNow: string;
  timeZone: string;
}) {
  const t = useTranslations("plannings.create");
  const [state, setState] = useState<FormState>(null);
  const [type, setType] = useState(startType);
  const [place, setPlace] = useState(places[0]?.value ?? "");
  const send: FormAction = async (before, form) => {
    const answer = await action(before, form);
    setState(answer);
    return answer;
  };
  return (
    <ActionForm action={send}>
      <input type="hidden" name="client_id" value={clientId} />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select
          name="type"
          label={t("service")}
          isRequired
          options={services}
          value={type}
          onChange={setType}
          placeholder={t("chooseService")}
        />
        <Select
          name="adresse_id"
          label={t("address")}
          isRequired
          options={places}
          value={place}
          onChange={setPlace}
        />
      </div>
      <PlacementFields
        start={start}
        about={{ client_id: clientId, type, adresse_id: place ? Number(place) : undefined }}
        lookup={lookup}
        current={null}
        state={state}
        localNow={localNow}
        timeZone={timeZone}
        personDescription={t("personHelp")}
      />
      <TextArea name="instructions" label={t("instructions")} isRequired={false} rows={3} maxLength={2000} />
      <SubmitButton size="lg">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
